from screens.cli.main import main

main()

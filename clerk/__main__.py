from screens.commandline import main

main()

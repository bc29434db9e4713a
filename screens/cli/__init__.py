"""The command line: a file a subject, each command a function that reads its options and says what it did."""

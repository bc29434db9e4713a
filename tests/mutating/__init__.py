"""Small faults put into the program, to see which of them no test notices."""

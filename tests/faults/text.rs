//! Text from outside: nothing in it drives the terminal, in the program or printed by it.

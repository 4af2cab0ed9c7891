//! Writing and reading belong together: round trips, damage, and the file that is checked in.

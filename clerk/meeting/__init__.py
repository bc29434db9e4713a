"""What is known of a meeting: `state` below, one file for each subject that changes it, `fold` on top."""

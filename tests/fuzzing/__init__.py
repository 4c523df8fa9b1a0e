"""Every reader of something from outside, fed with what nobody would write."""

//! The event sources of functions, one file each.

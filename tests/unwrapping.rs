//! Pasted texts: what each is said to be, the policies taken from it, what was done and what was left aside.

#[path = "unwrapping/copies.rs"]
mod copies;
#[path = "unwrapping/hostile.rs"]
mod hostile;
#[path = "unwrapping/outline.rs"]
mod outline;
#[path = "unwrapping/templates.rs"]
mod templates;
#[path = "unwrapping/terraform.rs"]
mod terraform;
#[path = "unwrapping/wrappings.rs"]
mod wrappings;

//! The engine as a native command, for docs authors' CI.

fn main() {
    println!("iam-policy-check {}", env!("CARGO_PKG_VERSION"));
}

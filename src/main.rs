//! The page's entry point: mounts the app.

fn main() {
    iam_policy_editor::web::mount();
}

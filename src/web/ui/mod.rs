//! What one sees: the app, its screens, their panels, and the components they are made of.
//!
//! The components know the state only through their properties, and change it only by an action.

mod app;
mod components;
mod field;
mod hooks;
mod panels;
mod screens;
mod shared;

pub use app::{App, AppProps};

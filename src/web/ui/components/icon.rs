//! The page's drawings; each stands beside words that say the same.

use yew::prelude::*;

/// What a drawing shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Glyph {
    /// A shield with a tick: the product, and nothing found.
    Shield,
    /// A tick.
    Tick,
    /// A ring with an exclamation mark.
    Alert,
    /// A shield without anything in it.
    Guard,
    /// A triangle with an exclamation mark.
    Triangle,
    /// A light bulb.
    Bulb,
    /// A closed padlock.
    Lock,
    /// A padlock that is still open.
    OpenLock,
    /// Two sheets.
    Copy,
    /// An arrow onto a line.
    Download,
    /// A sheet with a folded corner.
    File,
    /// An arrow that turns back.
    Undo,
    /// An arrow that turns forward again.
    Redo,
    /// A cross.
    Close,
    /// An angle that points on.
    Angle,
    /// An arrow that leaves a box.
    Outward,
    /// A magnifying glass.
    Search,
    /// A plus sign.
    Plus,
    /// A pencil.
    Pencil,
}

impl Glyph {
    /// The drawing as one path in a field of 16 by 16.
    fn path(self) -> &'static str {
        match self {
            Self::Shield => {
                "M8 1.5 13.5 3.6v4c0 3.4-2.3 5.7-5.5 7-3.2-1.3-5.5-3.6-5.5-7v-4zM5.6 8l1.8 1.8 3.2-3.6"
            }
            Self::Tick => "M3 8.5 6.5 12 13 4.5",
            Self::Alert => "M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 1 0 0-13M8 4.8v3.7M8 11v.2",
            Self::Guard => "M8 1.5 13.5 3.6v4c0 3.4-2.3 5.7-5.5 7-3.2-1.3-5.5-3.6-5.5-7v-4z",
            Self::Triangle => "M8 2 14.8 13.6H1.2zM8 6.4v3.2M8 11.6v.1",
            Self::Bulb => "M5.7 10.6a4.4 4.4 0 1 1 4.6 0v1.6H5.7zM6.4 14.4h3.2",
            Self::Lock => "M3.5 7h9v6.5h-9zM5.2 7V5a2.8 2.8 0 0 1 5.6 0v2",
            Self::OpenLock => "M3.5 7h9v6.5h-9zM5.2 7V5a2.8 2.8 0 0 1 5.4-1",
            Self::Copy => "M5.5 5.5h8v8h-8zM10.5 5.5v-3h-8v8h3",
            Self::Download => "M8 2.5v8M4.5 7.5 8 11l3.5-3.5M3 13.5h10",
            Self::File => "M9 1.8H3.2v12.4h9.6V5.6zM9 1.8v3.8h3.8",
            Self::Undo => "M3 6.5h6.5a3.5 3.5 0 0 1 0 7H6M6 3 2.5 6.5 6 10",
            Self::Redo => "M13 6.5H6.5a3.5 3.5 0 0 0 0 7H10M10 3l3.5 3.5L10 10",
            Self::Close => "m3.5 3.5 9 9m0-9-9 9",
            Self::Angle => "m6 3.5 4.5 4.5L6 12.5",
            Self::Outward => "M9 2.5h4.5V7M13.5 2.5 7.5 8.5M11 9.5v4H2.5V5h4",
            Self::Plus => "M8 3v10M3 8h10",
            Self::Pencil => "M3 13l.6-2.8 7.6-7.6 2.2 2.2-7.6 7.6zM9.8 4l2.2 2.2",
            Self::Search => "M7 2a5 5 0 1 0 0 10A5 5 0 1 0 7 2M10.7 10.7l3.3 3.3",
        }
    }
}

/// Properties of [`Icon`].
#[derive(PartialEq, Properties)]
pub struct IconProps {
    pub glyph: Glyph,
    /// Width and height, in pixels of the unzoomed page.
    #[prop_or(16)]
    pub size: u8,
}

/// One drawing, in the colour of the text round it, and unseen by screen readers.
#[component]
pub fn Icon(props: &IconProps) -> Html {
    let size = props.size.to_string();
    html! {
        <svg
            aria-hidden="true"
            width={size.clone()}
            height={size}
            viewBox="0 0 16 16"
            fill="none"
            stroke="currentColor"
            stroke-width="1.5"
            stroke-linecap="round"
            stroke-linejoin="round"
        >
            <path d={props.glyph.path()} />
        </svg>
    }
}

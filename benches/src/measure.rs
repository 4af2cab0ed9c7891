//! `measure CORPUS`: times the engine natively and writes the figures as one line of JSON.
//!
//! `CORPUS` is a JSON array of `[name, text]`.
//! All times are milliseconds, and each is the least of several, because whatever else the machine does can only add to it.

mod policies;

use std::error::Error;
use std::sync::Arc;
use std::time::Instant;

use benches::{check, check_and_label, parse, read_as_json};
use iam_policy_editor::engine::catalog::bundled;
use serde_json::{Value, json};

const ROUNDS: usize = 15;
const SIZES: [usize; 5] = [10_000, 30_000, 100_000, 300_000, 1_000_000];
/// At each size the work is repeated until about as many bytes have been read.
const BYTES_A_ROUND: usize = 2_000_000;

fn main() -> Result<(), Box<dyn Error>> {
    let path = std::env::args().nth(1).ok_or("usage: measure CORPUS")?;
    let corpus: Vec<(String, String)> = serde_json::from_str(&std::fs::read_to_string(path)?)?;
    let reference = Arc::new(bundled().map_err(|error| error.to_string())?);
    let texts: Vec<&str> = corpus.iter().map(|(_, text)| text.as_str()).collect();
    let all = |text: &str| {
        check(text, &reference);
    };
    let labelled = |text: &str| {
        check_and_label(text, &reference);
    };
    let [json_time, parse_time, check_time, label_time] =
        least_times(&texts, [&read_as_json, &parse, &all, &labelled]);
    let by_size: Vec<Value> = SIZES.iter().map(|size| of_size(*size, &all)).collect();
    println!(
        "{}",
        json!({ "json": json_time, "parse": parse_time, "check": check_time, "checkAndLabel": label_time, "bySize": by_size })
    );
    Ok(())
}

/// What one policy of a size takes.
fn of_size(size: usize, all: &dyn Fn(&str)) -> Value {
    let text = policies::policy(size);
    let repeats = BYTES_A_ROUND / text.len();
    let [json_time, check_time] = least_times(&vec![text.as_str(); repeats], [&read_as_json, all]);
    let each = |time: f64| time / repeats as f64;
    json!({ "bytes": text.len(), "json": each(json_time), "check": each(check_time) })
}

/// The least time that each work takes for all texts; the works take turns.
fn least_times<const WORKS: usize>(texts: &[&str], works: [&dyn Fn(&str); WORKS]) -> [f64; WORKS] {
    let mut least = [f64::INFINITY; WORKS];
    for _ in 0..ROUNDS {
        for (work, least) in works.iter().zip(&mut least) {
            let begun = Instant::now();
            texts.iter().for_each(|text| work(text));
            *least = least.min(begun.elapsed().as_secs_f64() * 1e3);
        }
    }
    least
}

//! How many times longer the engine takes than a plain reading: medians of runs that take turns.

use std::time::{Duration, Instant};

use crate::Work;
use crate::policies::Sample;

const ROUNDS: usize = 31;
/// A run repeats its work for about as long as this, so that the clock can tell.
const RUN: Duration = Duration::from_millis(10);

/// Prints a line for each policy and each work but the first, which the others are measured against.
pub fn print(samples: &[Sample], works: &[Work]) {
    println!(
        "\nratios to {}, medians of {ROUNDS} runs that take turns",
        works[0].0
    );
    for sample in samples {
        let medians = medians(&sample.text, works);
        println!(
            "{} ({} bytes): {} in {:.1} µs",
            sample.name,
            sample.text.len(),
            works[0].0,
            medians[0]
        );
        for ((name, _), median) in works.iter().zip(&medians).skip(1) {
            println!(
                "    {name:16} {:10.1} µs   ratio {:5.1}",
                median,
                median / medians[0]
            );
        }
    }
}

/// The median of each work, in microseconds.
fn medians(text: &str, works: &[Work]) -> Vec<f64> {
    let repeats: Vec<usize> = works.iter().map(|work| repeats(text, work)).collect();
    let mut times: Vec<Vec<f64>> = vec![Vec::new(); works.len()];
    for _ in 0..ROUNDS {
        for (index, work) in works.iter().enumerate() {
            times[index].push(time(text, work, repeats[index]));
        }
    }
    times.into_iter().map(median).collect()
}

fn repeats(text: &str, work: &Work) -> usize {
    let once = time(text, work, 1).max(0.1);
    (RUN.as_secs_f64() * 1e6 / once).ceil() as usize
}

/// Microseconds for one piece of work.
fn time(text: &str, (_, work): &Work, repeats: usize) -> f64 {
    let begun = Instant::now();
    for _ in 0..repeats {
        work(text);
    }
    begun.elapsed().as_secs_f64() * 1e6 / repeats as f64
}

fn median(mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}

//! How long the engine takes for a policy, beside `serde_json` reading the same text in the same run.

mod policies;
mod ratios;

use criterion::{BenchmarkId, Criterion, Throughput};
use iam_policy_editor::engine::analysis::{Analysis, Request};
use iam_policy_editor::engine::catalog::{Catalog, bundled};
use iam_policy_editor::engine::checks::Options;
use iam_policy_editor::engine::placeholders::Values;
use iam_policy_editor::engine::policy::KindChoice;
use iam_policy_editor::engine::syntax;
use serde_json::Value;
use std::hint::black_box;
use std::sync::{Arc, LazyLock};

use policies::Sample;

static REFERENCE: LazyLock<Arc<Catalog>> =
    LazyLock::new(|| Arc::new(bundled().expect("the bundled reference")));

/// One way to read a policy: its name, and the work as something that can be timed.
type Work = (&'static str, fn(&str));

/// The plain reading comes first: the others are measured against it.
const WORKS: [Work; 3] = [
    ("serde_json", read_as_json),
    ("parse", parse),
    ("parse and check", parse_and_check),
];

fn read_as_json(text: &str) {
    let _ = black_box(serde_json::from_str::<Value>(black_box(text)));
}

fn parse(text: &str) {
    black_box(syntax::parse(black_box(text)));
}

fn parse_and_check(text: &str) {
    black_box(Analysis::new(Request {
        text: black_box(text),
        declared: &[],
        values: &Values::default(),
        kind: KindChoice::Auto,
        attachment: None,
        options: Options::default(),
        catalog: Some(&REFERENCE),
        accepted: &[],
    }));
}

fn measure(criterion: &mut Criterion, samples: &[Sample]) {
    for sample in samples {
        let mut group = criterion.benchmark_group(sample.name);
        group.throughput(Throughput::Bytes(sample.text.len() as u64));
        group.sample_size(20);
        for (name, work) in WORKS {
            group.bench_with_input(
                BenchmarkId::from_parameter(name),
                &sample.text,
                |bencher, text| {
                    bencher.iter(|| work(text));
                },
            );
        }
        group.finish();
    }
}

fn main() {
    let samples = policies::samples();
    let mut criterion = Criterion::default().configure_from_args();
    measure(&mut criterion, &samples);
    criterion.final_summary();
    if std::env::args().any(|argument| argument == "--bench") {
        ratios::print(&samples, &WORKS);
    }
}

//! How long the engine takes for a policy, beside `serde_json` reading the same text in the same run.

use criterion::{Criterion, criterion_group, criterion_main};
use serde_json::Value;
use std::hint::black_box;

/// A template of the library, whose policy is of a common size.
const TEMPLATE: &str =
    include_str!("../../src/engine/templates/library/aws-batch-service-role.json");

fn plain_json(criterion: &mut Criterion) {
    criterion.bench_function("serde_json, a template", |bencher| {
        bencher.iter(|| serde_json::from_str::<Value>(black_box(TEMPLATE)));
    });
}

criterion_group!(benches, plain_json);
criterion_main!(benches);

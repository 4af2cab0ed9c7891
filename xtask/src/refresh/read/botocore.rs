//! PyPI `botocore` (Apache-2.0): partitions and Regions.

use std::collections::BTreeMap;
use std::path::Path;

use super::super::model::Partition;
use super::{Read, items, json, members, text};

const LIST: &str = "botocore/data/partitions.json";

/// A pseudo Region for services that have none, such as `aws-cn-global`; no ARN names it.
const PSEUDO_REGION: &str = "-global";

/// Reads every partition with its Regions.
pub fn read(wheel: &Path) -> Read<BTreeMap<String, Partition>> {
    let list = json(&wheel.join(LIST))?;
    items(&list["partitions"])
        .map(|partition| {
            let regions = members(&partition["regions"])
                .filter(|(code, _)| !code.ends_with(PSEUDO_REGION))
                .map(|(code, region)| Ok((code.clone(), text(&region["description"])?)));
            let facts = Partition {
                domain: text(&partition["outputs"]["dnsSuffix"])?,
                regions: regions.collect::<Read<_>>()?,
            };
            Ok((text(&partition["id"])?, facts))
        })
        .collect()
}

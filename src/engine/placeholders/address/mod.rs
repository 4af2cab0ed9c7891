//! What an address that was pasted says: an ARN, a sign-in address, an address of the console, of a bucket, of a queue, of a
//! repository.

mod arn;
mod bucket_host;
mod console;
mod percent;
mod url;
mod web;

use super::pasted;

/// One thing that an address says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// The id of the type of placeholder that takes it.
    pub type_id: &'static str,
    /// The value, as that type would normalise it or nearly so.
    pub value: String,
}

/// The longest address that is read, in bytes; browsers cut longer ones too.
const LONGEST: usize = 4096;

/// Everything that an address says, at most one value of each type, the widest thing first; nothing for a text that is none, or that is several.
///
/// What holds a wildcard is left out: it names no one thing.
pub fn told_by(entered: &str) -> Vec<Told> {
    if entered.len() > LONGEST || entered.trim().contains(['\n', '\r']) {
        return Vec::new();
    }
    let mut all = Telling::default();
    read(&pasted::clean(entered), &mut all);
    all.told
}

fn read(address: &str, all: &mut Telling) {
    if address.starts_with("arn:") {
        arn::read(address, all);
    } else if let Some(subject) = address.strip_prefix("system:serviceaccount:") {
        read_service_account(subject, all);
    } else if let Some(path) = address.strip_prefix("s3://") {
        bucket_host::read_path(path, all);
    } else {
        web::read(address, all);
    }
}

/// The subject of a Kubernetes service account, as trust policies for EKS name it: `namespace:name`.
fn read_service_account(subject: &str, all: &mut Telling) {
    if let Some((namespace, name)) = subject.split_once(':') {
        all.tell("k8s-namespace", namespace);
        all.tell("k8s-service-account", name);
    }
}

/// What was told so far.
#[derive(Default)]
struct Telling {
    told: Vec<Told>,
}

impl Telling {
    /// Keeps a value, unless it is empty or a pattern, or one of its type was told already.
    fn tell(&mut self, type_id: &'static str, value: &str) {
        let is_known = self.told.iter().any(|told| told.type_id == type_id);
        if !value.is_empty() && !is_known && !value.contains(['*', '?', '$', '<', '{']) {
            self.told.push(Told {
                type_id,
                value: value.to_string(),
            });
        }
    }

    /// Keeps an account ID, if it is one.
    fn tell_account(&mut self, account: &str) {
        if account.len() == super::types::ACCOUNT_ID_DIGITS
            && account.bytes().all(|byte| byte.is_ascii_digit())
        {
            self.tell("account-id", account);
        }
    }

    /// Keeps a Region and the partition it belongs to, if it is one.
    fn tell_region(&mut self, region: &str) {
        if let Some(partition) = crate::engine::catalog::partition_of_region(region) {
            self.tell("partition", partition.id);
            self.tell("region", region);
        }
    }

    fn get(&self, type_id: &str) -> Option<&str> {
        let told = self.told.iter().find(|told| told.type_id == type_id);
        told.map(|told| told.value.as_str())
    }
}

#[cfg(test)]
mod tests;

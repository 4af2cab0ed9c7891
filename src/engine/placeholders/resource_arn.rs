//! An ARN that was entered, in its fields.

use super::pasted;
use super::types::Problem;
use crate::engine::catalog::{partition_of_region, partition_rule};

/// The fields of an ARN whose partition exists.
pub(super) struct EnteredArn {
    /// The whole ARN.
    pub text: String,
    pub service: String,
    pub region: String,
    pub account: String,
    pub resource: String,
}

/// Reads an ARN; `shape` is the message for a text that is none.
pub(super) fn read(typed: &str, shape: &str) -> Result<EnteredArn, Problem> {
    let text = pasted::clean(typed);
    let mut fields = text.splitn(6, ':');
    if fields.next() != Some("arn") {
        return Err(Problem::new(shape));
    }
    let [partition, service, region, account, resource] =
        std::array::from_fn(|_| fields.next().unwrap_or_default());
    if partition_rule(partition).is_none() {
        return Err(Problem::new(format!(
            "`{partition}` is no partition. An ARN begins with `arn:aws:` in most accounts."
        )));
    }
    Ok(EnteredArn {
        service: service.into(),
        region: region.into(),
        account: account.into(),
        resource: resource.into(),
        text,
    })
}

impl EnteredArn {
    pub fn require_account(&self) -> Result<(), Problem> {
        let is_account = self.account.len() == super::types::ACCOUNT_ID_DIGITS
            && self.account.bytes().all(|byte| byte.is_ascii_digit());
        match is_account {
            true => Ok(()),
            false => Err(Problem::new("The account ID in this ARN is not 12 digits.")),
        }
    }

    pub fn require_region(&self) -> Result<(), Problem> {
        match partition_of_region(&self.region) {
            Some(_) => Ok(()),
            None => Err(Problem::new(
                "The Region in this ARN is missing or misspelled.",
            )),
        }
    }
}

//! Identity providers, as `Federated` principals name them.

use super::arn::{Arn, ArnField};

/// Who vouches for a federated user.
///
/// Source: IAM User Guide, "Identity providers and federation", 2025.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IdentityProvider<'a> {
    /// A SAML provider of an account.
    Saml,
    /// A provider of web identities: the host of its issuer, with a path where there is one.
    Oidc(&'a str),
}

impl<'a> IdentityProvider<'a> {
    /// Reads the ARN of a provider, or the host name of one that AWS knows; `None` for any other text.
    ///
    /// Any host name is read, because AWS publishes no list.
    pub fn read(text: &'a str) -> Option<Self> {
        let arn = Arn::cut(text);
        let Some(resource) = arn.field(ArnField::Resource) else {
            return is_host(text).then_some(Self::Oidc(text));
        };
        let is_of_iam = arn.field(ArnField::Prefix) == Some("arn")
            && arn.field(ArnField::Service) == Some("iam");
        match resource.split_once('/').filter(|_| is_of_iam)? {
            (_, "") => None,
            ("saml-provider", _) => Some(Self::Saml),
            ("oidc-provider", issuer) => Some(Self::Oidc(issuer)),
            _ => None,
        }
    }
}

fn is_host(text: &str) -> bool {
    let is_label = |label: &str| {
        !label.is_empty()
            && label
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
    };
    text.contains('.') && text.split('.').all(is_label)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_arns_and_host_names_of_providers() {
        let issuer = "oidc.eks.eu-west-1.amazonaws.com/id/0123";
        let arn = format!("arn:aws:iam::111122223333:oidc-provider/{issuer}");
        for (text, provider) in [
            (
                "arn:aws-cn:iam::111122223333:saml-provider/Corp",
                Some(IdentityProvider::Saml),
            ),
            (arn.as_str(), Some(IdentityProvider::Oidc(issuer))),
            (
                "accounts.google.com",
                Some(IdentityProvider::Oidc("accounts.google.com")),
            ),
            ("arn:aws:iam::111122223333:saml/Corp", None),
            ("arn:aws:iam::111122223333:saml-provider/", None),
            ("arn:aws:sts::111122223333:oidc-provider/a.b", None),
            ("https://accounts.google.com", None),
            ("google", None),
            ("", None),
        ] {
            assert_eq!(IdentityProvider::read(text), provider, "{text}");
        }
    }
}

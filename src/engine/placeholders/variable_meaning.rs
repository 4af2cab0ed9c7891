//! What AWS puts in the place of a policy variable.

/// Variables in small letters, with what they give.
///
/// Source: IAM User Guide, "IAM policy elements: Variables and tags" and "AWS global condition context keys"; AWS IoT Core
/// Developer Guide, "Thing policy variables"; read November 2026.
const KNOWN: [(&str, &str); 17] = [
    ("aws:username", "the name of the IAM user who makes it"),
    ("aws:userid", "the unique ID of whoever makes it"),
    ("aws:principalaccount", "the account ID of whoever makes it"),
    ("aws:principalarn", "the ARN of whoever makes it"),
    (
        "aws:principalorgid",
        "the ID of the organization of whoever makes it",
    ),
    (
        "aws:principaltype",
        "whether an account, a user, a role or a federated user makes it",
    ),
    (
        "aws:resourceaccount",
        "the account ID of the resource that it is about",
    ),
    (
        "aws:sourceaccount",
        "the account ID for which a service makes it",
    ),
    ("aws:sourceip", "the IP address that it comes from"),
    ("aws:currenttime", "the time"),
    ("aws:requestedregion", "the Region that it goes to"),
    (
        "aws:sourcevpce",
        "the ID of the VPC endpoint that it comes through",
    ),
    (
        "saml:sub",
        "the name that the SAML provider gives the person",
    ),
    (
        "iot:clientid",
        "the client ID of the device that is connected",
    ),
    (
        "iot:connection.thing.thingname",
        "the name of the thing that is connected",
    ),
    ("s3:prefix", "the folder that is to be listed"),
    (
        "ec2:sourceinstancearn",
        "the ARN of the instance that it comes from",
    ),
];

/// What the variable gives, to follow "AWS fills in".
pub(super) fn meaning(name: &str) -> String {
    let lower = name.to_ascii_lowercase();
    let known = KNOWN.iter().find(|(variable, _)| *variable == lower);
    let tag = |start: &str| {
        lower
            .starts_with(start)
            .then(|| name.get(start.len()..))
            .flatten()
    };
    if let Some((_, meaning)) = known {
        (*meaning).to_string()
    } else if let Some(key) = tag("aws:principaltag/") {
        format!("the value of the tag `{key}` of whoever makes it")
    } else if let Some(key) = tag("aws:requesttag/") {
        format!("the value of the tag `{key}` that comes with it")
    } else if let Some(key) = tag("aws:resourcetag/") {
        format!("the value of the tag `{key}` of the resource that it is about")
    } else if lower.ends_with(":sub") {
        "the ID that the identity provider gives the person or the workload".into()
    } else {
        format!("the value that it has for the condition key `{name}`")
    }
}

#[cfg(test)]
mod tests {
    use super::meaning;

    #[test]
    fn says_what_a_variable_gives_whatever_its_case() {
        for (name, words) in [
            ("AWS:UserName", "the name of the IAM user who makes it"),
            (
                "aws:PrincipalTag/cost center",
                "the value of the tag `cost center` of whoever makes it",
            ),
            (
                "cognito-identity.amazonaws.com:sub",
                "the ID that the identity provider gives the person or the workload",
            ),
            (
                "ssm:Overwrite",
                "the value that it has for the condition key `ssm:Overwrite`",
            ),
        ] {
            assert_eq!(meaning(name), words);
        }
    }
}

//! Made-up credentials in all surroundings, and what is none.
//! Credentials as people paste them, and look-alikes that are none.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::string_slice)]

use super::CredentialKind::{
    AccessKeyId, CredentialsCsv, PrivateKey, SecretAccessKey, SessionToken,
};
use super::*;

// Made up, and put together here so that no scanner takes this file for a leak.
fn id() -> String {
    format!("AKIA{}", "Q3ZT7HWMX2PLV5RB")
}

fn temporary_id() -> String {
    format!("ASIA{}", "Q3ZT7HWMX2PLV5RB")
}

fn secret() -> String {
    format!("kT9/{}", "vR2mXw7Lq0ZcJ5bHd8Yf+NsAe1GpUoBi3KtD")
}

fn token() -> String {
    format!("IQoJb3JpZ2luX2Vj{}==", "Ab9/kd0+Zq".repeat(20))
}

fn pem(label: &str) -> String {
    format!("-----BEGIN {label}-----\nMIIEvQIBADANBgkq\nhkiG9w0BAQEFAASC\n-----END {label}-----")
}

fn kinds(text: &str) -> Vec<CredentialKind> {
    find(text)
        .into_iter()
        .map(|credential| credential.kind)
        .collect()
}

#[test]
fn finds_credentials_wherever_they_stand() {
    let (id, secret, token) = (id(), secret(), token());
    let temporary = temporary_id();
    let escaped = secret.replace('/', "\\/");
    let percent = secret.replace('/', "%2F").replace('+', "%2B");
    let cases = [
        (id.clone(), vec![AccessKeyId]),
        (format!("{{\"Sid\": \"{temporary}\"}}"), vec![AccessKeyId]),
        (format!("aws_access_key_id = {id}\naws_secret_access_key = {secret}\n"), vec![AccessKeyId, SecretAccessKey]),
        (format!("export AWS_SECRET_ACCESS_KEY='{secret}'"), vec![SecretAccessKey]),
        (format!("AWS Secret Access Key [None]: {secret}"), vec![SecretAccessKey]),
        (format!("Secret access key\n\n  {secret}\n"), vec![SecretAccessKey]),
        (format!("secret key (do not share): {secret}"), vec![SecretAccessKey]),
        (format!("AWS_SECRET={secret}"), vec![SecretAccessKey]),
        (format!("<SecretAccessKey>{secret}</SecretAccessKey>"), vec![SecretAccessKey]),
        (format!("{id}\n{secret}"), vec![AccessKeyId, SecretAccessKey]),
        (format!("{secret} is for {id}"), vec![SecretAccessKey, AccessKeyId]),
        (format!("https://{id}:{percent}@example.com/"), vec![AccessKeyId, SecretAccessKey]),
        (
            format!("{{\"AccessKeyId\":\"{temporary}\",\"SecretAccessKey\":\"{escaped}\",\"SessionToken\":\"{token}\"}}"),
            vec![AccessKeyId, SecretAccessKey, SessionToken],
        ),
        (format!("{{\\n\\\"AccessKeyId\\\": \\\"{id}\\\"\\n{id}\\n}}"), vec![AccessKeyId, AccessKeyId]),
        (format!("X-Amz-Credential={id}%2F20260801%2Fus-east-1"), vec![AccessKeyId]),
        (format!("X-Amz-Security-Token={}", token.replace('/', "%2F")), vec![SessionToken]),
        (format!("AWS_SESSION_TOKEN={token}"), vec![SessionToken]),
        (format!("{temporary} {token}"), vec![AccessKeyId, SessionToken]),
        (format!("Access key ID,Secret access key\n{id},{secret}\n"), vec![AccessKeyId, CredentialsCsv]),
        (
            format!("\u{FEFF}User Name,Access Key Id,Secret Access Key\r\n\"x\",{id},\"{secret}\"\r\n"),
            vec![AccessKeyId, CredentialsCsv],
        ),
        (
            "User name,Password,Access key ID,Secret access key,Console login link\nx,p%w,,,https://x.signin\n".into(),
            vec![CredentialsCsv],
        ),
        ("User name,Password,Console sign-in URL\nx,\"a,b\",https://x.signin\n".into(), vec![CredentialsCsv]),
        ("Access key ID,Secret access key\nAKIAIOSFODNN7EXAMPLE,anything\n".into(), vec![CredentialsCsv]),
        (pem("PRIVATE KEY"), vec![PrivateKey]),
        (pem("RSA PRIVATE KEY"), vec![PrivateKey]),
        (pem("OPENSSH PRIVATE KEY").replace('\n', "\\n"), vec![PrivateKey]),
        (pem("PGP PRIVATE KEY BLOCK"), vec![PrivateKey]),
        ("---- BEGIN SSH2 ENCRYPTED PRIVATE KEY ----\nAAAA".into(), vec![PrivateKey]),
        (format!("{}\n{}", pem("EC PRIVATE KEY"), pem("PRIVATE KEY")), vec![PrivateKey, PrivateKey]),
    ];
    for (text, expected) in cases {
        assert_eq!(kinds(&text), expected, "{text}");
    }
}

#[test]
fn does_not_take_anything_else_for_a_credential() {
    let secret = secret();
    let thumbprint = "9e99a48a9960b14926bb7f3b02e22da2b0ab7280";
    let cases = [
        "AKIAIOSFODNN7EXAMPLE".into(),
        "ASIAIOSFODNN7EXAMPLE and AKIAI44QH8DHBEXAMPLE".into(),
        "aws_access_key_id=AKIAIOSFODNN7EXAMPLE\naws_secret_access_key=wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY".into(),
        "AROAQ3ZT7HWMX2PLV5RBK AIDAQ3ZT7HWMX2PLV5RB".into(),
        "AKIAXXXXXXXXXXXXXXXX".into(),
        "AKIA1234 akiaq3zt7hwmx2plv5rb AKIAQ3ZT7HWMX2PLV5RBTOOLONG xAKIAQ3ZT7HWMX2PLV5RB".into(),
        secret.clone(),
        format!("\"Resource\": \"{secret}\""),
        format!("arn:aws:secretsmanager:us-east-1:210987654321:secret:{secret}"),
        format!("\"ThumbprintList\": [\"{thumbprint}\"]"),
        format!("secret key {thumbprint}"),
        format!("{} {thumbprint}", "AKIAIOSFODNN7EXAMPLE"),
        "\"sts:GetSessionToken\", \"sts:DecodeAuthorizationMessageOfSomeLongName\"".into(),
        "-----BEGIN PUBLIC KEY-----\nMIIB\n-----END PUBLIC KEY-----".into(),
        "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----".into(),
        "A PRIVATE KEY stays private. BEGIN with the END of the PRIVATE KEY".into(),
        "Access key ID,Secret access key\n".into(),
        "Access key ID,Secret access key\n,\n".into(),
        "You need an access key ID, a secret access key, and patience.\nThen, go on.".into(),
        String::new(),
    ];
    for text in cases {
        assert_eq!(find(&text), [], "{text}");
        assert_eq!(cut(&text), text);
    }
}

#[test]
fn a_thumbprint_beside_a_key_id_stays() {
    let text = format!("{} 9e99a48a9960b14926bb7f3b02e22da2b0ab7280", id());
    assert_eq!(cut(&text), " 9e99a48a9960b14926bb7f3b02e22da2b0ab7280");
}

#[test]
fn a_long_action_name_beside_a_key_id_stays() {
    let name = "DescribeTransitGatewayRouteTableAnnounce";
    assert_eq!(name.len(), 40);
    assert_eq!(kinds(&format!("{} ec2:{name}", id())), [AccessKeyId]);
}

#[test]
fn a_secret_far_from_the_key_id_does_not_count() {
    assert_eq!(
        kinds(&format!("{}\n\n\n\n{}", id(), secret())),
        [AccessKeyId]
    );
    assert_eq!(
        kinds(&format!("{}{}{}", id(), " ".repeat(201), secret())),
        [AccessKeyId]
    );
}

#[test]
fn cuts_the_keys_and_leaves_the_rest() {
    let (id, secret) = (id(), secret());
    let cases = [
        (
            format!("id = {id}\nsecret_key = {secret}\n"),
            "id = \nsecret_key = \n",
        ),
        (
            format!("{{\"AccessKeyId\": \"{id}\"}}"),
            "{\"AccessKeyId\": \"\"}",
        ),
        (
            format!("User name,Access key ID,Secret access key\njo,{id},\"{secret}\"\n\nGoodbye"),
            "User name,Access key ID,Secret access key\njo,,\"\"\n\nGoodbye",
        ),
        (
            "User name,Password,Console sign-in URL\njo,a,b,c\nend".into(),
            "User name,Password,Console sign-in URL\n,,,\nend",
        ),
        (
            format!("before\n{}\nafter", pem("PRIVATE KEY")),
            "before\n\nafter",
        ),
        (
            format!(
                "{{\"key\": \"{}\"}}",
                pem("PRIVATE KEY").split_at(50).0.replace('\n', "\\n")
            ),
            "{\"key\": \"\"}",
        ),
    ];
    for (text, expected) in cases {
        assert_eq!(cut(&text), expected);
    }
}

#[test]
fn cutting_one_key_out_of_another_leaves_none() {
    let (id, secret) = (id(), secret());
    let nested = format!("secret_key={}/{id}/{}", &secret[..20], &secret[21..39]);
    assert_eq!(find(&cut(&nested)), []);
}

#[test]
fn finds_nothing_in_what_it_has_cut() {
    let (id, secret, token) = (id(), secret(), token());
    let key = pem("RSA PRIVATE KEY");
    let parts = [
        &id,
        &secret,
        &token,
        &key,
        "-----BEGIN ",
        "PRIVATE KEY",
        "-----",
        "-----END ",
        "\n",
        "\n",
        ",",
        " ",
        "/",
        "+",
        "\"",
        "secret_access_key=",
        "SessionToken: ",
        "Access key ID,Secret access key\n",
        "User name,Password\n",
        "%2F",
        "\\n",
        "AKIA",
        "ASIA",
        "Q3ZT7HWMX2PLV5RB",
        "é",
        &secret[..20],
        &secret[20..],
        "Zm9v",
        "=",
    ];
    let mut random = 0x2545_F491_4F6C_DD1D_u64;
    let mut next = |below: usize| {
        random ^= random << 13;
        random ^= random >> 7;
        random ^= random << 17;
        usize::try_from(random % 1_000_003).unwrap() % below
    };
    for round in 0..4000 {
        let text: String = (0..1 + next(24))
            .map(|_| parts[next(parts.len())])
            .collect();
        let rest = cut(&text);
        assert_eq!(find(&rest), [], "round {round}: {text:?} became {rest:?}");
        let found = find(&text);
        assert!(
            found
                .windows(2)
                .all(|pair| pair[0].span.end <= pair[1].span.start),
            "{text:?}"
        );
        assert!(found.iter().all(|one| !one.span.is_empty() && text.get(one.span.start..one.span.end).is_some()));
    }
}

#[test]
fn reads_large_texts_of_any_shape_to_the_end() {
    let size = 1_000_000;
    for unit in [
        "A",
        "AKIA",
        "-----BEGIN PRIVATE KEY",
        "PRIVATE KEY-",
        ",",
        "password,user\n",
        "\\",
        "é",
        "a ",
        "secret_key ",
    ] {
        let mut text = unit.repeat(size / unit.len());
        text.push_str(" \"\n");
        text.push_str(&id());
        assert_eq!(
            find(&text).last().map(|last| last.kind),
            Some(AccessKeyId),
            "{unit}"
        );
    }
}

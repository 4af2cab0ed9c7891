//! Addresses as people paste them, and what each says.

use super::told_by;

fn told(address: &str) -> Vec<String> {
    let told = told_by(address).into_iter();
    told.map(|one| format!("{}={}", one.type_id, one.value))
        .collect()
}

/// An address, and what it says as `type=value`.
type Case = (&'static str, &'static [&'static str]);

const ADDRESSES: &[Case] = &[
    (
        "arn:aws:iam::210987654321:role/team/blue/jo",
        &[
            "partition=aws",
            "account-id=210987654321",
            "role-arn=arn:aws:iam::210987654321:role/team/blue/jo",
            "role-name=jo",
            "role-name-with-path=team/blue/jo",
            "role-name-pattern=team/blue/jo",
            "role-path=team/blue",
        ],
    ),
    (
        " \"arn:aws-cn:iam::210987654321:user/jo\", ",
        &[
            "partition=aws-cn",
            "account-id=210987654321",
            "user-name=jo",
        ],
    ),
    (
        "arn:aws:iam::aws:policy/job-function/Billing",
        &[
            "partition=aws",
            "policy-name=Billing",
            "policy-arn=arn:aws:iam::aws:policy/job-function/Billing",
        ],
    ),
    (
        "arn:aws:kms:eu-central-1:210987654321:key/1-2",
        &[
            "partition=aws",
            "region=eu-central-1",
            "account-id=210987654321",
            "kms-key-arn=arn:aws:kms:eu-central-1:210987654321:key/1-2",
            "kms-key-id=1-2",
        ],
    ),
    (
        "arn:aws:sqs:eu-central-1:210987654321:orders.fifo",
        &[
            "partition=aws",
            "region=eu-central-1",
            "account-id=210987654321",
            "queue-name=orders.fifo",
        ],
    ),
    (
        "arn:aws:s3:::acme/logs/*",
        &[
            "partition=aws",
            "bucket-name=acme",
            "bucket-path=acme/logs",
            "object-prefix=logs",
        ],
    ),
    (
        "arn:aws:s3:::acme/a/b.txt",
        &[
            "partition=aws",
            "bucket-name=acme",
            "bucket-path=acme/a/b.txt",
            "object-key=a/b.txt",
        ],
    ),
    ("arn:aws:s3:::acme*", &["partition=aws"]),
    (
        "arn:aws:logs:eusc-de-east-1:210987654321:log-group:/acme/x:*",
        &[
            "partition=aws",
            "region=eusc-de-east-1",
            "account-id=210987654321",
            "log-group-name=/acme/x",
        ],
    ),
    (
        "arn:aws:dynamodb:*:XXXX:table/orders/index/*",
        &["partition=aws", "table-name=orders"],
    ),
    (
        "arn:aws:route53:::hostedzone/Z0123456789",
        &["partition=aws", "hosted-zone-id=Z0123456789"],
    ),
    (
        "arn:aws:secretsmanager:eu-central-1:210987654321:secret:a/b-a1B2c3",
        &[
            "partition=aws",
            "region=eu-central-1",
            "account-id=210987654321",
            "secret-name=a/b",
        ],
    ),
    (
        "arn:aws:batch:eu-central-1:210987654321:job-queue/q",
        &[
            "partition=aws",
            "region=eu-central-1",
            "account-id=210987654321",
            "job-queue-name=q",
        ],
    ),
    (
        "https://210987654321.signin.aws.amazon.com/console",
        &["account-id=210987654321"],
    ),
    (
        "https://210987654321.signin.amazonaws-us-gov.com/console/",
        &["account-id=210987654321"],
    ),
    ("https://acme.signin.aws.amazon.com/console", &[]),
    (
        "https://signin.aws.amazon.com/switchrole?account=210987654321&roleName=ops%2Fjo&displayName=x",
        &[
            "account-id=210987654321",
            "role-name=jo",
            "role-name-with-path=ops/jo",
        ],
    ),
    (
        "https://d-123.awsapps.com/start/#/console?account_id=210987654321&role_name=Admin",
        &["account-id=210987654321"],
    ),
    (
        "https://210987654321-abcdefgh.eu-central-1.console.aws.amazon.com/lambda/home?region=eu-central-1#/functions",
        &[
            "partition=aws",
            "account-id=210987654321",
            "region=eu-central-1",
        ],
    ),
    (
        "https://us-east-1.console.aws.amazon.com/iam/home?region=eu-central-1#/roles/details/jo?section=permissions",
        &["partition=aws", "region=eu-central-1", "role-name=jo"],
    ),
    (
        "https://cn-north-1.console.amazonaws.cn/s3/buckets/acme?prefix=logs/alb/",
        &[
            "partition=aws-cn",
            "region=cn-north-1",
            "object-prefix=logs/alb",
            "bucket-name=acme",
        ],
    ),
    (
        "https://eu-central-1.console.aws.amazon.com/s3/object/acme?region=eu-central-1&prefix=a/b.txt",
        &[
            "partition=aws",
            "region=eu-central-1",
            "object-key=a/b.txt",
            "bucket-name=acme",
        ],
    ),
    (
        "https://eu-central-1.console.aws.amazon.com/sqs/v3/home?region=eu-central-1#/queues/https%3A%2F%2Fsqs.eu-central-1.amazonaws.com%2F210987654321%2Forders",
        &[
            "partition=aws",
            "region=eu-central-1",
            "account-id=210987654321",
            "queue-name=orders",
        ],
    ),
    (
        "https://210987654321-x.eu-central-1.console.aws.amazon.com/kms/home?region=eu-central-1#/kms/keys/0f1e-2d/",
        &[
            "partition=aws",
            "account-id=210987654321",
            "region=eu-central-1",
            "kms-key-arn=arn:aws:kms:eu-central-1:210987654321:key/0f1e-2d",
        ],
    ),
    (
        "https://eu-central-1.console.aws.amazon.com/systems-manager/parameters/%2Forders%2Fprod/description?region=eu-central-1&tab=Table",
        &[
            "partition=aws",
            "region=eu-central-1",
            "parameter-path=orders/prod",
        ],
    ),
    (
        "s3://acme/a/b.txt",
        &[
            "bucket-name=acme",
            "bucket-path=acme/a/b.txt",
            "object-key=a/b.txt",
        ],
    ),
    (
        "https://my.bucket.s3.eu-central-1.amazonaws.com/logs/",
        &[
            "partition=aws",
            "region=eu-central-1",
            "bucket-name=my.bucket",
            "bucket-path=my.bucket/logs",
            "object-prefix=logs",
        ],
    ),
    (
        "https://s3.cn-north-1.amazonaws.com.cn/acme/a%20b",
        &[
            "partition=aws-cn",
            "region=cn-north-1",
            "bucket-name=acme",
            "bucket-path=acme/a b",
            "object-key=a b",
        ],
    ),
    (
        "acme.s3-eu-west-1.amazonaws.com",
        &[
            "partition=aws",
            "region=eu-west-1",
            "bucket-name=acme",
            "bucket-path=acme",
        ],
    ),
    (
        "http://acme.s3-website.eu-central-1.amazonaws.com/",
        &[
            "partition=aws",
            "region=eu-central-1",
            "bucket-name=acme",
            "bucket-path=acme",
        ],
    ),
    (
        "http://acme.s3-website-eu-west-1.amazonaws.com",
        &[
            "partition=aws",
            "region=eu-west-1",
            "bucket-name=acme",
            "bucket-path=acme",
        ],
    ),
    (
        "https://acme.s3.dualstack.eu-west-1.amazonaws.com/a",
        &[
            "partition=aws",
            "region=eu-west-1",
            "bucket-name=acme",
            "bucket-path=acme/a",
            "object-key=a",
        ],
    ),
    (
        "https://acme.s3.amazonaws.com",
        &["bucket-name=acme", "bucket-path=acme"],
    ),
    (
        "https://oidc.eks.eu-central-1.amazonaws.com/id/0123ABC",
        &[
            "partition=aws",
            "region=eu-central-1",
            "oidc-issuer=oidc.eks.eu-central-1.amazonaws.com/id/0123ABC",
            "eks-oidc-id=0123ABC",
        ],
    ),
    (
        "https://github.com/acme/orders-api/tree/release/2",
        &[
            "github-repo=acme/orders-api",
            "github-owner=acme",
            "github-repo-name=orders-api",
            "git-branch=release/2",
        ],
    ),
    (
        "git@github.com:acme/orders.git",
        &[
            "github-repo=acme/orders",
            "github-owner=acme",
            "github-repo-name=orders",
        ],
    ),
    (
        "system:serviceaccount:orders:api",
        &["k8s-namespace=orders", "k8s-service-account=api"],
    ),
];

#[test]
fn says_all_that_stands_in_an_address() {
    for (address, expected) in ADDRESSES {
        assert_eq!(told(address), *expected, "{address}");
    }
}

#[test]
fn says_nothing_of_other_texts_and_reads_hostile_ones_to_the_end() {
    for text in [
        "",
        "acme-prod-data",
        "210987654321",
        "lambda.amazonaws.com",
        "logs.eu-central-1.amazonaws.com",
        "my.bucket.2",
        "arn:",
        "s3://",
        "https://",
        "https://acme.dev/a",
        "ftp://acme.s3.amazonaws.com/x",
        "see s3.amazonaws.com/a for more",
        "arn:{{partition}}:iam::<account>:role/{{role}}",
    ] {
        assert_eq!(told(text), Vec::<String>::new(), "{text}");
    }
    for unit in ["arn:", "%", "%2", "https://", "#/roles/", "é", "s3.", ":"] {
        for start in [
            "arn:aws:",
            "https://console.aws.amazon.com/",
            "s3://",
            "https://a.s3",
        ] {
            told_by(&format!("{start}{}", unit.repeat(500)));
        }
    }
}

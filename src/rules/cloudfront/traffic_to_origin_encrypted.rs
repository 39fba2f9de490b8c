//! `cloudfront-traffic-to-origin-encrypted`

use crate::resolve::{Content, Value};
use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "CLOUDFRONT_TRAFFIC_TO_ORIGIN_ENCRYPTED",
    name: "cloudfront-traffic-to-origin-encrypted",
    resource_types: &["AWS::CloudFront::Distribution"],
    severity: Severity::Medium,
    security_hub: &["CloudFront.9"],
    summary: "CloudFront should encrypt traffic to custom origins.",
    details: "\
Behind CloudFront, too, what is sent in the clear can be read. A custom origin must not have \
`OriginProtocolPolicy` http-only, nor match-viewer while a cache behavior that leads to it, directly or \
through an origin group, allows HTTP (`ViewerProtocolPolicy` allow-all). That behaviors which lead elsewhere \
don't count is our reading. A distribution without custom origins is not applicable; AWS doesn't say what \
AWS Config calls it.",
    fix: "Set `CustomOriginConfig.OriginProtocolPolicy` to https-only.",
    applies_when: some_item("DistributionConfig.Origins", &property("CustomOriginConfig").is_present())
        .explained("no origin is a custom origin"),
    compliant_when: function(|distribution| {
        each_item("DistributionConfig.Origins", &NOT_HTTP_ONLY)
            .evaluate(distribution)
            .and(|| follows_no_http_viewer(distribution))
    }),
    compliant_example: "\
Distribution:
  Type: AWS::CloudFront::Distribution
  Properties:
    DistributionConfig:
      Enabled: true
      Origins:
        - Id: files
          DomainName: www.example.org
          CustomOriginConfig:
            OriginProtocolPolicy: https-only
      DefaultCacheBehavior:
        TargetOriginId: files
        ViewerProtocolPolicy: redirect-to-https
",
    noncompliant_example: "\
Distribution:
  Type: AWS::CloudFront::Distribution
  Properties:
    DistributionConfig:
      Enabled: true
      Origins:
        - Id: files
          DomainName: www.example.org
          CustomOriginConfig:
            OriginProtocolPolicy: http-only
      DefaultCacheBehavior:
        TargetOriginId: files
        ViewerProtocolPolicy: redirect-to-https
",
    ..Rule::BASE
};

const NOT_HTTP_ONLY: Check = property("CustomOriginConfig.OriginProtocolPolicy").differs_from("http-only");

/// No origin that does as the viewer does is led to by a cache behavior that allows HTTP.
fn follows_no_http_viewer<'a>(distribution: &Subject<'a>) -> Truth<'a> {
    let places = [
        "DistributionConfig.CacheBehaviors",
        "DistributionConfig.OriginGroups.Items",
        "DistributionConfig.Origins",
    ];
    let [behaviors, groups, origins] = places.map(|path| items(distribution.get(path)));
    let default = distribution.get("DistributionConfig.DefaultCacheBehavior");
    let (Some(behaviors), Some(groups), Some(origins)) = (behaviors, groups, origins) else {
        return distribution.unknown("the origins and what leads to them can't be known before deployment");
    };
    let mut open = false;
    for behavior in default.into_iter().chain(behaviors) {
        let allows_http = is(behavior, "ViewerProtocolPolicy", Some("allow-all"));
        let target = text(behavior, "TargetOriginId");
        for origin in origins {
            let id = text(origin, "Id");
            let has_member = |group: &Value| {
                let members = match group.as_map()?.get("Members") {
                    Some(members) => items(members.as_map()?.get("Items"))?,
                    None => &[],
                };
                three_valued::any(members.iter().map(|member| is(member, "OriginId", id.as_deref())))
            };
            let by_group = groups
                .iter()
                .map(|group| three_valued::all([is(group, "Id", target.as_deref()), has_member(group)]));
            let leads = three_valued::any([is(origin, "Id", target.as_deref()), three_valued::any(by_group)]);
            match three_valued::all([allows_http, leads, follows_viewer(origin)]) {
                Some(true) => {
                    let statement =
                        "an origin with match-viewer is led to by a cache behavior that allows HTTP";
                    return distribution.fails_at("DistributionConfig.Origins", statement);
                }
                Some(false) => {}
                None => open = true,
            }
        }
    }
    if open {
        distribution
            .unknown("whether HTTP reaches an origin with match-viewer can't be known before deployment")
    } else {
        Truth::True
    }
}

/// Whether the origin is spoken to as the viewer speaks.
fn follows_viewer(origin: &Value) -> Option<bool> {
    match origin.as_map()?.get("CustomOriginConfig") {
        None => Some(false),
        Some(config) => is(config, "OriginProtocolPolicy", Some("match-viewer")),
    }
}

/// The items of a list, none if there is no list; `None` if they can't be known.
fn items(list: Option<&Value>) -> Option<&[Value]> {
    list.map_or(Some(&[]), Value::as_list)
}

/// Whether the entry `name` of a map is this text, which may itself not be known.
fn is(map: &Value, name: &str, wanted: Option<&str>) -> Option<bool> {
    three_valued::is_text(map.as_map()?.get(name)?, wanted?)
}

fn below<'v>(value: &'v Value, name: &str) -> Option<&'v Value> {
    match &value.content {
        Content::Map(map) => map.get(name),
        _ => None,
    }
}

fn text(value: &Value, name: &str) -> Option<String> {
    below(value, name)?.as_text().map(|text| text.into_owned())
}

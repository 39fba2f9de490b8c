//! The custom domain of a REST API: the domain name, its mappings to the API, and its DNS records.
//!
//! Facts: the AWS SAM Developer Guide, "DomainConfiguration" and "Route53Configuration" of `AWS::Serverless::Api`.

use super::super::{Failure, logical_id};
use super::editor::{boolean_of, list_of, map_of, word_of};
use super::piece::{Piece, Word};
use super::rest::RestApi;
use crate::template::{Resource, Text};

/// The endpoints that a domain may have.
const ENDPOINTS: [&str; 3] = ["EDGE", "REGIONAL", "PRIVATE"];

/// The hosted zone of all distributions of CloudFront.
const CLOUDFRONT_ZONE: &str = "Z2FDTNDATAQYW2";

impl RestApi<'_, '_> {
    /// What the domain needs, or nothing without one.
    pub(super) fn domain(&mut self) -> Result<Vec<Resource>, Failure> {
        let Some(domain) = self.properties.get("Domain").cloned() else { return Ok(Vec::new()) };
        map_of(&domain, "`Domain`")?;
        let needed = |name: &str| {
            let missing = || {
                Failure::new(domain.span, format!("`Domain` of {} needs `{name}`", self.resource.called()))
            };
            domain.get(name).ok_or_else(missing)
        };
        let name = needed("DomainName")?;
        let certificate = needed("CertificateArn")?;
        let endpoint = match domain.get("EndpointConfiguration") {
            None => Piece::text(domain.span, "REGIONAL"),
            Some(endpoint) if endpoint.as_text().is_some_and(|text| ENDPOINTS.contains(&text)) => {
                endpoint.clone()
            }
            Some(other) => {
                let message = "`EndpointConfiguration` of `Domain` has to be EDGE, REGIONAL or PRIVATE";
                return self.wrong(other.span, message);
            }
        };
        let is_private = endpoint.as_text() == Some("PRIVATE");
        let is_regional = endpoint.as_text() == Some("REGIONAL");
        let prefix = if is_private { "ApiGatewayDomainNameV2" } else { "ApiGatewayDomainName" };
        let domain_id = Text::from(format!("{prefix}{}", logical_id::hash_of(&name.to_node())));
        if !is_private {
            // SAM hashes them with the rest.
            self.note("ApiDomainName", Piece::text(domain.span, domain_id.clone()));
            if domain.get("EndpointConfiguration").is_none() {
                self.note("EndpointConfiguration", endpoint.clone());
            }
        }
        let kind = if is_private { "AWS::ApiGateway::DomainNameV2" } else { "AWS::ApiGateway::DomainName" };
        let mut made = self.make(kind, domain_id.clone());
        made.set("DomainName", name.to_node());
        made.set(
            if is_regional { "RegionalCertificateArn" } else { "CertificateArn" },
            certificate.to_node(),
        );
        let mut configuration =
            Piece::plain(endpoint.span, [("Types", Piece::list(endpoint.span, vec![endpoint.clone()]))]);
        if let (Some(kind), Some(configuration)) =
            (domain.get_set("IpAddressType"), configuration.as_map_mut())
        {
            configuration.put("IpAddressType", kind.clone());
        }
        made.set("EndpointConfiguration", configuration.to_node());
        if let Some(tls) = domain.get_set("MutualTlsAuthentication").filter(|_| !is_private) {
            made.set("MutualTlsAuthentication", super::mutual_tls(tls)?.to_node());
        }
        for property in
            ["SecurityPolicy", "EndpointAccessMode", "Policy", "OwnershipVerificationCertificateArn"]
        {
            let is_known = if is_private {
                property != "OwnershipVerificationCertificateArn"
            } else {
                property != "Policy"
            };
            if let Some(value) = domain.get_set(property) {
                if !is_known {
                    return self.wrong(value.span, &format!("a domain of this kind has no `{property}`"));
                }
                made.set(property, value.to_node());
            }
        }
        let mut all = vec![made];
        all.extend(self.mappings(&domain, &domain_id, is_private)?);
        if let Some(association) = domain.get("AccessAssociation").filter(|_| is_private) {
            all.push(self.association(association, &domain_id)?);
        }
        all.extend(self.records(&domain, name, &endpoint, &domain_id)?);
        Ok(all)
    }

    /// Sets a key of `Domain` that isn't there.
    fn note(&mut self, key: &str, value: Piece) {
        let domain = self.properties.as_map_mut().and_then(|properties| properties.get_mut("Domain"));
        if let Some(domain) = domain.and_then(Piece::as_map_mut) {
            domain.put(key, value);
        }
    }

    /// Which base paths lead to the API.
    fn mappings(&self, domain: &Piece, domain_id: &Text, is_private: bool) -> Result<Vec<Resource>, Failure> {
        let span = self.span();
        let api = &self.resource.logical_id;
        let (kind, name) = if is_private {
            ("AWS::ApiGateway::BasePathMappingV2", "DomainNameArn")
        } else {
            ("AWS::ApiGateway::BasePathMapping", "DomainName")
        };
        let mapping = |logical_id: String| {
            let mut mapping = self.make(kind, logical_id);
            mapping.set(name, Piece::reference(span, domain_id.clone()).to_node());
            mapping.set("RestApiId", Piece::reference(span, api.clone()).to_node());
            mapping.set("Stage", Piece::reference(span, format!("{api}.Stage")).to_node());
            mapping
        };
        let base_paths = match domain.get_set("BasePath") {
            Some(path) if path.as_text().is_some() => vec![path.clone()],
            Some(paths) if paths.as_list().is_some() => list_of(paths, "`BasePath`")?.to_vec(),
            _ => return Ok(vec![mapping(format!("{api}BasePathMapping"))]),
        };
        let is_normalized =
            domain.as_map().and_then(|map| map.get("NormalizeBasePath")).is_none_or(Piece::is_set);
        let mut mappings = Vec::new();
        for base_path in &base_paths {
            let word = word_of(base_path, "an item of `BasePath` of `Domain`")?;
            let plain: String = word.text.chars().filter(|c| c.is_alphanumeric()).collect();
            let mut made = mapping(format!("{api}{plain}BasePathMapping"));
            let path = if is_normalized { Word::made(plain) } else { word.clone() };
            made.set("BasePath", Piece::word(base_path.span, path).to_node());
            mappings.push(made);
        }
        Ok(mappings)
    }

    /// Lets a VPC endpoint reach a private domain.
    fn association(&self, association: &Piece, domain_id: &Text) -> Result<Resource, Failure> {
        map_of(association, "`AccessAssociation` of `Domain`")?;
        let span = association.span;
        let null = || Piece { span, content: super::piece::Content::Null };
        let endpoint = association.get("VpcEndpointId").cloned().unwrap_or_else(null);
        let data = Piece::list(span, vec![endpoint.clone(), Piece::text(span, domain_id.clone())]);
        let logical_id = format!("DomainNameAccessAssociation{}", logical_id::hash_of(&data.to_node()));
        let mut made = self.make("AWS::ApiGateway::DomainNameAccessAssociation", logical_id);
        made.set("DomainNameArn", Piece::reference(span, domain_id.clone()).to_node());
        made.set("AccessAssociationSourceType", Piece::text(span, "VPCE").to_node());
        if !endpoint.is_null() {
            made.set("AccessAssociationSource", endpoint.to_node());
        }
        Ok(made)
    }

    /// The DNS records of the domain, together with those of other APIs in the same hosted zone.
    fn records(
        &mut self,
        domain: &Piece,
        name: &Piece,
        endpoint: &Piece,
        domain_id: &Text,
    ) -> Result<Option<Resource>, Failure> {
        let Some(route53) = domain.get("Route53") else { return Ok(None) };
        let zone = super::hosted_zone(route53)?;
        let records = self.record_sets(route53, name, endpoint, domain_id);
        if let Some(separate) = route53.get_set("SeparateRecordSetGroup") {
            boolean_of(separate, "`SeparateRecordSetGroup` of `Route53`")?;
            let data = Piece::list(route53.span, vec![zone.clone(), name.clone()]);
            let logical_id = format!("RecordSetGroup{}", logical_id::hash_of(&data.to_node()));
            let mut group = self.make("AWS::Route53::RecordSetGroup", logical_id);
            for property in ["HostedZoneId", "HostedZoneName"] {
                if let Some(value) = route53.get_set(property) {
                    group.set(property, value.to_node());
                }
            }
            group.set("RecordSets", Piece::list(route53.span, records).to_node());
            return Ok(Some(group));
        }
        let logical_id = Text::from(format!("RecordSetGroup{}", logical_id::hash_of(&zone.to_node())));
        let mut group = self.make("AWS::Route53::RecordSetGroup", logical_id);
        for property in ["HostedZoneId", "HostedZoneName"] {
            if let Some(value) = route53.get(property) {
                group.set(property, value.to_node());
            }
        }
        Ok(Some(self.expansion.apis.add_records(group, &records)))
    }

    fn record_sets(
        &mut self,
        route53: &Piece,
        name: &Piece,
        endpoint: &Piece,
        domain_id: &Text,
    ) -> Vec<Piece> {
        let span = route53.span;
        let mut target = Piece::plain(span, []);
        // A private domain has its own name as the target's resource.
        let attribute = |attribute: &str| Piece::attribute(span, domain_id.clone(), attribute);
        let (zone, dns_name) = match endpoint.as_text() {
            Some("REGIONAL") => {
                (Some(attribute("RegionalHostedZoneId")), Some(attribute("RegionalDomainName")))
            }
            Some("EDGE") => {
                let distribution = match route53.get("DistributionDomainName") {
                    Some(given) => given.clone(),
                    None => {
                        let made = attribute("DistributionDomainName");
                        let domain = self.properties.as_map_mut().and_then(|map| map.get_mut("Domain"));
                        let own = domain.and_then(Piece::as_map_mut).and_then(|map| map.get_mut("Route53"));
                        if let Some(own) = own.and_then(Piece::as_map_mut) {
                            own.put("DistributionDomainName", made.clone());
                        }
                        made
                    }
                };
                (Some(Piece::text(span, CLOUDFRONT_ZONE)), Some(distribution))
            }
            _ => (
                route53.get("VpcEndpointHostedZoneId").cloned(),
                route53.get("VpcEndpointDomainName").cloned(),
            ),
        };
        if let Some(fields) = target.as_map_mut() {
            let health = route53.get("EvaluateTargetHealth").cloned();
            let null = || Some(Piece { span, content: super::piece::Content::Null });
            for (key, value) in [
                ("EvaluateTargetHealth", health),
                ("HostedZoneId", zone.or_else(null)),
                ("DNSName", dns_name.or_else(null)),
            ] {
                if let Some(value) = value {
                    fields.put(key, value);
                }
            }
        }
        super::record_sets(route53, name, &target)
    }
}

//! `mq-active-broker-ldap-authentication`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "MQ_ACTIVE_BROKER_LDAP_AUTHENTICATION",
    name: "mq-active-broker-ldap-authentication",
    resource_types: &["AWS::AmazonMQ::Broker"],
    severity: Severity::Low,
    summary: "ActiveMQ brokers should authenticate users with LDAP.",
    details: "\
With LDAP the people of your directory sign in, and leave with it; `SIMPLE`, the default, keeps users and \
passwords in the broker. RabbitMQ brokers are not applicable.",
    fix: "Set `AuthenticationStrategy` to LDAP, with `LdapServerMetadata`.",
    applies_when: property("EngineType").ignoring_case().equals("ACTIVEMQ"),
    compliant_when: property("AuthenticationStrategy").ignoring_case().default("SIMPLE").equals("LDAP"),
    compliant_example: "\
Broker:
  Type: AWS::AmazonMQ::Broker
  Properties:
    BrokerName: orders
    EngineType: ACTIVEMQ
    HostInstanceType: mq.m5.large
    PubliclyAccessible: false
    AuthenticationStrategy: LDAP
",
    noncompliant_example: "\
Broker:
  Type: AWS::AmazonMQ::Broker
  Properties:
    BrokerName: orders
    EngineType: ACTIVEMQ
    HostInstanceType: mq.m5.large
    PubliclyAccessible: false
    AuthenticationStrategy: SIMPLE
",
    ..Rule::BASE
};

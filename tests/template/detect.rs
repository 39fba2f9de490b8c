//! Templates are told from other files by content.

use crate::{folder, template};
use cfn_gate::template::looks_like_template;

#[test]
fn every_valid_template_looks_like_one() {
    for entry in std::fs::read_dir(folder("valid")).unwrap() {
        let path = entry.unwrap().path();
        assert!(looks_like_template(&std::fs::read_to_string(&path).unwrap()), "{}", path.display());
    }
    assert_eq!(template("valid/everything.yaml").resources.len(), 3);
}

#[test]
fn templates_in_all_forms_are_recognised() {
    for text in [
        "AWSTemplateFormatVersion: 2010-09-09\n",
        "---\n# comment\n'AWSTemplateFormatVersion': x\n",
        "Transform: AWS::Serverless-2016-10-31\n",
        "Transform:\n  - AWS::LanguageExtensions\n",
        "Resources:\n  A:\n    Properties: {}\n    Type: AWS::S3::Bucket\n",
        "  Resources:\n    A:\n      Type: AWS::S3::Bucket\n",
        "Resources:\n  A: {Type: 'AWS::S3::Bucket'}\n",
        "Resources: {A: {\"Type\": AWS::S3::Bucket}}\n",
        "Resources:\n  Rule:\n    Type: AWS::Config::ConfigRule\n",
        "Resources:\n  Fn::ForEach::Buckets: []\n",
        "Parameters:\n  A:\n    Type: String\nResources:\n  B:\n    Type: \"Custom::Thing\"\n",
        "\u{feff}{\"Resources\": {\"A\": {\"Type\": \"AWS::S3::Bucket\"}}}",
        "{\n\"Description\": [\"x\"], \"AWSTemplateFormatVersion\": \"2010-09-09\"",
        "{\"Transform\": \"AWS::Serverless-2016-10-31\"}",
        "{\"Resources\": {\"A\": {\"Properties\": {\"Type\": \"x\"}, \"Type\": \"AWS::S3::Bucket\"}}}",
    ] {
        assert!(looks_like_template(text), "{text}");
    }
}

#[test]
fn other_files_are_not() {
    for text in [
        "",
        "\n# nothing\n",
        "services:\n  web:\n    image: nginx\n",
        "apiVersion: v1\nkind: Pod\nspec:\n  resources: {}\n",
        "on: push\njobs:\n  build:\n    steps:\n      - run: echo AWS::S3::Bucket\n",
        "{\"name\": \"package\", \"Resources\": [\"AWS::S3::Bucket\"]}",
        "{\"version\": \"36.0.0\", \"artifacts\": {\"Stack\": {\"type\": \"aws:cloudformation:stack\"}}}",
        "{\"version\": \"tree-0.1\", \"tree\": {\"children\": {\"Resources\": {\"A\": {\"Type\": \"AWS::S3::Bucket\"}}}}}",
        "{\"TemplateBody\": {\"AWSTemplateFormatVersion\": \"2010-09-09\"}}",
        "version = 0.1\n[default.deploy.parameters]\nstack_name = \"x\"\n",
        "version: 0.1\ndefault:\n  deploy:\n    parameters: {}\n",
        "service: x\nresources:\n  Resources:\n    A:\n      Type: AWS::S3::Bucket\n",
        "Read this.\n\nResources:\n  A:\n    Type: AWS::S3::Bucket\n",
        "# Title\n```yaml\nResources:\n  A:\n    Type: AWS::S3::Bucket\n```\n",
        "import json\nResources:\n  Type: AWS::S3::Bucket\n",
        "ROSTemplateFormatVersion: '2015-09-01'\nResources:\n  A:\n    Type: ALIYUN::ECS::Instance\n",
        "Bucket:\n  Type: AWS::S3::Bucket\n",
        "[{\"Resources\": {\"A\": {\"Type\": \"AWS::S3::Bucket\"}}}]",
    ] {
        assert!(!looks_like_template(text), "{text}");
    }
}

# The container image: one static program and the certificates of the public authorities. docs/ci.md says how to use it.
#
# Each step is a script that runs without Docker as well: tests/container/run.sh runs them, and the result.

FROM rust:1.95-alpine AS build
SHELL ["/bin/ash", "-eo", "pipefail", "-c"]
# The versions are those of the base image's release of Alpine.
# hadolint ignore=DL3018
RUN apk add --no-cache bash build-base ca-certificates
WORKDIR /source
COPY Cargo.toml Cargo.lock ./
COPY scripts ./scripts
COPY schemas ./schemas
COPY benches ./benches
COPY src ./src
RUN target="$(rustc -vV | sed -n 's/^host: //p')" \
    && scripts/release/build.sh "$target" \
    && scripts/image-root.sh "target/$target/release/cfn-gate" /etc/ssl/certs/ca-certificates.crt /root-of-image

FROM scratch
COPY --from=build /root-of-image /
USER 65532:65532
WORKDIR /work
ENTRYPOINT ["/cfn-gate"]
CMD ["check"]

# The image of Concertina: a small Java, the jar, the launcher and a start-up cache. docs/docker.md says how to use it.
#
# BUILD needs a JDK 25 (JAVA_HOME) and Maven. BASE needs glibc and a POSIX shell, and git or apt-get: a range is
# read from a repository with git. Both can be replaced by what a company has in its own registry.
ARG BUILD=maven:3-eclipse-temurin-25
ARG BASE=debian:13-slim

FROM ${BUILD} AS build
WORKDIR /source
COPY pom.xml ./
COPY rules rules
COPY src/main src/main
RUN mvn -q -B -Dstyle.color=never -Dmaven.test.skip package
# The modules are what jdeps names, without those that are only used where they are: desktop, compiler, scripting, RMI.
RUN "$JAVA_HOME/bin/jlink" --add-modules java.logging,java.management,java.naming,java.net.http,java.security.jgss,java.sql,jdk.management,jdk.net,jdk.unsupported \
  --strip-java-debug-attributes --no-header-files --no-man-pages --compress=zip-6 --output /java

FROM ${BASE}
ARG VERSION=0.1.0-SNAPSHOT
ARG REVISION=unknown
LABEL org.opencontainers.image.title="Concertina" \
  org.opencontainers.image.description="Checks database migrations for what breaks or blocks while they roll out" \
  org.opencontainers.image.source="https://github.com/concertina/concertina" \
  org.opencontainers.image.documentation="https://github.com/concertina/concertina/blob/main/docs/docker.md" \
  org.opencontainers.image.licenses="Apache-2.0" \
  org.opencontainers.image.version="${VERSION}" \
  org.opencontainers.image.revision="${REVISION}"
RUN command -v git >/dev/null || { apt-get update -qq \
  && apt-get install -y -qq --no-install-recommends git >/dev/null \
  && rm -rf /var/lib/apt/lists/* /var/cache/apt/*; }
COPY --from=build /java /opt/java
COPY --from=build /source/target/concertina.jar /source/target/concertina-service.jar /opt/concertina/lib/
COPY LICENSE NOTICE /opt/concertina/
COPY bin/concertina /opt/concertina/bin/
ENV PATH="/opt/concertina/bin:/opt/java/bin:${PATH}" \
  JAVA_HOME=/opt/java \
  CONCERTINA_CACHE=/opt/concertina/cache \
  CONCERTINA_DATA=/data
# The cache belongs to root: who runs the image can use it and not change it.
RUN CONCERTINA_TRAIN=wait concertina --version \
  && chmod -R a+rX /opt/concertina/cache \
  && test -r /opt/concertina/cache/*.aot \
  && mkdir /data /work && chown 65532:65532 /data
USER 65532:65532
WORKDIR /work
EXPOSE 8080
# It is for "concertina serve": any other command is over before it is asked.
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s \
  CMD ["java", "-Xmx32m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", "/opt/concertina/lib/concertina.jar", "dev.concertina.cli.Health"]
ENTRYPOINT ["concertina"]
CMD ["--help"]

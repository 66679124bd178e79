"""What the local node is told: OpenSearch's settings, its log, and Java's options."""

import json
from pathlib import Path

from records.node.distribution import Distribution
from records.node.folder import NodeFolder
from records.node.java import Java

# Absolute, since a share of a large disk would stop a node with tens of GiB free. At the last mark
# OpenSearch refuses to write, which leaves room to delete and to close down.
DISK_WATERMARKS_MB = {"low": 300, "high": 200, "flood_stage": 100}

# Warnings only: what passes through the node never reaches a log that is kept.
LOG_CONFIGURATION = """\
status = error
appender.file.type = RollingFile
appender.file.name = file
appender.file.fileName = ${sys:opensearch.logs.base_path}/node.log
appender.file.filePattern = ${sys:opensearch.logs.base_path}/node-%i.log
appender.file.layout.type = PatternLayout
appender.file.layout.pattern = [%d{ISO8601}] %-5p %c{1.}: %m%n
appender.file.policies.type = Policies
appender.file.policies.size.type = SizeBasedTriggeringPolicy
appender.file.policies.size.size = 10MB
appender.file.strategy.type = DefaultRolloverStrategy
appender.file.strategy.max = 3
rootLogger.level = warn
rootLogger.appenderRef.file.ref = file
logger.node.name = org.opensearch.node.Node
logger.node.level = info
"""


def opensearch_settings(folder: NodeFolder, port: int) -> dict[str, object]:
    """Return OpenSearch's settings: one node, on the loopback only, that finds its own free ports."""
    watermarks = {
        f"cluster.routing.allocation.disk.watermark.{mark}": f"{size_mb}mb"
        for mark, size_mb in DISK_WATERMARKS_MB.items()
    }
    return {
        "cluster.name": "referatsoeg",
        "node.name": "local",
        "discovery.type": "single-node",
        "network.host": "127.0.0.1",
        "http.port": port,
        "transport.port": 0,
        "node.portsfile": True,
        # A list, since a path may have a comma in it.
        "path.data": [str(folder.data)],
        "path.logs": str(folder.logs),
        "action.auto_create_index": False,
        **watermarks,
    }


def write_configuration(folder: NodeFolder, port: int) -> None:
    """Write the node's configuration files."""
    # JSON is YAML too, and quotes what is odd in a path.
    lines = [f"{name}: {json.dumps(value)}" for name, value in opensearch_settings(folder, port).items()]
    folder.settings_file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    (folder.config / "log4j2.properties").write_text(LOG_CONFIGURATION, encoding="utf-8")


def identity(folder: NodeFolder) -> str:
    """Return the argument that the process of this node has and no other process."""
    return f"-Dopensearch.path.conf={folder.config}"


def java_command(java: Java, distribution: Distribution, folder: NodeFolder, heap_mb: int) -> list[str]:
    """Return the command that runs the node.

    Java is started straight away, not through the distribution's shell scripts: these start it four times
    over to work out the same options, and break where a path has a space in it.
    """
    return [
        str(java.executable),
        *_memory_options(heap_mb),
        *_runtime_options(java, folder.temporary, folder.logs),
        f"-javaagent:{distribution.agent}",
        f"-Dopensearch.path.home={distribution.home}",
        identity(folder),
        "-Dopensearch.distribution.type=zip",
        "-Dopensearch.bundled_jdk=false",
        "-cp",
        distribution.class_path,
        "org.opensearch.bootstrap.OpenSearch",
    ]


def _memory_options(heap_mb: int) -> list[str]:
    """Return OpenSearch's own choices, less touching all memory beforehand: others may use it."""
    return [
        f"-Xms{heap_mb}m",
        f"-Xmx{heap_mb}m",
        f"-XX:MaxDirectMemorySize={heap_mb // 2}m",
        "-Xss1m",
        "-XX:+UseG1GC",
        "-XX:G1ReservePercent=25",
        "-XX:InitiatingHeapOccupancyPercent=30",
    ]


def _runtime_options(java: Java, temporary: Path, logs: Path) -> list[str]:
    """Return OpenSearch's own choices, less dumping the heap to disk: meetings lie open in it."""
    vector = ["--add-modules=jdk.incubator.vector"] if java.full else []
    compact = ["-XX:+UseCompactObjectHeaders"] if java.major >= 25 else []
    return [
        *vector,
        *compact,
        "--add-opens=java.base/java.nio=org.apache.arrow.memory.core,ALL-UNNAMED",
        f"-Djava.io.tmpdir={temporary}",
        f"-XX:ErrorFile={logs}/java-%p.log",
        "-XX:-OmitStackTraceInFastThrow",
        "-Dfile.encoding=UTF-8",
        "-Djava.awt.headless=true",
        "-Djava.locale.providers=SPI,CLDR",
        "-Djna.nosys=true",
        "-Dio.netty.noUnsafe=true",
        "-Dio.netty.noKeySetOptimization=true",
        "-Dio.netty.recycler.maxCapacityPerThread=0",
        "-Dio.netty.allocator.numDirectArenas=0",
        "-Dlog4j.shutdownHookEnabled=false",
        "-Dlog4j2.disable.jmx=true",
        "-Dopensearch.networkaddress.cache.ttl=60",
        "-Dopensearch.networkaddress.cache.negative.ttl=10",
        "-Dorg.apache.lucene.store.MMapDirectory.sharedArenaMaxPermits=1",
    ]

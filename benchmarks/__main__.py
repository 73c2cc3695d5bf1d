"""All benchmarks: `python -m benchmarks`."""

from benchmarks import attribution, growth, reader, startup

for benchmark in (startup, growth, attribution, reader):
    print(f"\n== {(benchmark.__doc__ or '').splitlines()[0]}")
    benchmark.main()

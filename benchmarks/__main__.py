"""All benchmarks: `python -m benchmarks`."""

from benchmarks import growth, startup

for benchmark in (startup, growth):
    print(f"\n== {(benchmark.__doc__ or '').splitlines()[0]}")
    benchmark.main()

#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// Prometheus metrics. Names follow its conventions: callwright_<noun>_<unit>[_total]. Labels are
// few and closed; never a number, a name or an id. Take a handle once and keep it: the look-up is
// slow.
namespace callwright::metrics {

using Labels = std::vector<std::pair<std::string, std::string>>;

class Counter {
 public:
  void increment(double by = 1) const;
  double value() const;

 private:
  friend class Registry;
  explicit Counter(void* impl) : impl_(impl) {}
  void* impl_;
};

class Gauge {
 public:
  void set(double value) const;
  void add(double delta) const;
  double value() const;

 private:
  friend class Registry;
  explicit Gauge(void* impl) : impl_(impl) {}
  void* impl_;
};

class Histogram {
 public:
  void observe(double value) const;

 private:
  friend class Registry;
  explicit Histogram(void* impl) : impl_(impl) {}
  void* impl_;
};

class Registry {
 public:
  Registry();
  ~Registry();

  // Asking twice for the same name and labels gives the same series.
  Counter counter(std::string_view name, std::string_view help, const Labels& labels = {});
  Gauge gauge(std::string_view name, std::string_view help, const Labels& labels = {});
  // Buckets default to 1 ms ... 15 s, in seconds.
  Histogram histogram(std::string_view name, std::string_view help, const Labels& labels = {},
                      const std::vector<double>& buckets = {});

  // The text exposition format, for GET /metrics.
  std::string expose() const;

  // The sum of every series of one counter or gauge: what a test asks.
  double total(std::string_view name) const;

  // The process's own registry.
  static Registry& global();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace callwright::metrics

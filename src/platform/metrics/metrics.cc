#include "platform/metrics/metrics.h"

#include <prometheus/counter.h>
#include <prometheus/gauge.h>
#include <prometheus/histogram.h>
#include <prometheus/registry.h>
#include <prometheus/text_serializer.h>

#include <map>

namespace callwright::metrics {
namespace {

// From what a cache answers in to what a caller hangs up over.
const std::vector<double> seconds_buckets = {0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1,
                                             0.25,  0.5,    1,     2.5,  5,     10,   15};

std::map<std::string, std::string> as_map(const Labels& labels) {
  return {labels.begin(), labels.end()};
}

}  // namespace

struct Registry::Impl {
  prometheus::Registry registry;
};

void Counter::increment(double by) const {
  static_cast<prometheus::Counter*>(impl_)->Increment(by);
}
double Counter::value() const {
  return static_cast<prometheus::Counter*>(impl_)->Value();
}

void Gauge::set(double value) const {
  static_cast<prometheus::Gauge*>(impl_)->Set(value);
}
void Gauge::add(double delta) const {
  static_cast<prometheus::Gauge*>(impl_)->Increment(delta);
}
double Gauge::value() const {
  return static_cast<prometheus::Gauge*>(impl_)->Value();
}

void Histogram::observe(double value) const {
  static_cast<prometheus::Histogram*>(impl_)->Observe(value);
}

Registry::Registry() : impl_(std::make_unique<Impl>()) {}
Registry::~Registry() = default;

Counter Registry::counter(std::string_view name, std::string_view help, const Labels& labels) {
  auto& family = prometheus::BuildCounter()
                     .Name(std::string(name))
                     .Help(std::string(help))
                     .Register(impl_->registry);
  return Counter(&family.Add(as_map(labels)));
}

Gauge Registry::gauge(std::string_view name, std::string_view help, const Labels& labels) {
  auto& family = prometheus::BuildGauge()
                     .Name(std::string(name))
                     .Help(std::string(help))
                     .Register(impl_->registry);
  return Gauge(&family.Add(as_map(labels)));
}

Histogram Registry::histogram(std::string_view name, std::string_view help, const Labels& labels,
                              const std::vector<double>& buckets) {
  auto& family = prometheus::BuildHistogram()
                     .Name(std::string(name))
                     .Help(std::string(help))
                     .Register(impl_->registry);
  return Histogram(&family.Add(as_map(labels), buckets.empty() ? seconds_buckets : buckets));
}

std::string Registry::expose() const {
  return prometheus::TextSerializer().Serialize(impl_->registry.Collect());
}

double Registry::total(std::string_view name) const {
  double sum = 0;
  for (const prometheus::MetricFamily& family : impl_->registry.Collect()) {
    if (family.name != name) continue;
    for (const prometheus::ClientMetric& series : family.metric) {
      sum += series.counter.value + series.gauge.value;
    }
  }
  return sum;
}

Registry& Registry::global() {
  // Never destroyed: threads may still count while the process ends.
  static Registry& registry = *new Registry();
  return registry;
}

}  // namespace callwright::metrics

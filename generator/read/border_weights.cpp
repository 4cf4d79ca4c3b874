#include "read/border_weights.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <queue>

namespace yokoten {
namespace {

constexpr double kForever = std::numeric_limits<double>::infinity();

double triangle(LonLat a, LonLat b, LonLat c) {
  const double shrink = std::cos(b.latitude * std::numbers::pi / 180);
  return std::abs((b.longitude - a.longitude) * (c.latitude - a.latitude) -
                  (c.longitude - a.longitude) * (b.latitude - a.latitude)) *
         shrink / 2;
}

// Leaves out the vertex with the smallest triangle again and again.
class Weigher {
 public:
  explicit Weigher(Border& border) : border_(border) {
    for (std::size_t at = 0; at < border.size(); ++at) {
      before_.push_back(at - 1);
      after_.push_back(at + 1);
    }
    now_.assign(border.size(), kForever);
  }

  void run() {
    const std::size_t last = border_.size() - 1;
    for (std::size_t at = 1; at < last; ++at) measure(at, 0);
    const std::size_t kept = border_.front().at == border_.back().at ? 2 : 1;
    for (std::size_t left = last - 1; !queue_.empty();) {
      const auto [weight, at] = queue_.top();
      queue_.pop();
      if (weight != now_[at]) continue;  // measured again since
      border_[at].weight = left > kept ? weight : kForever;
      if (left > kept) leave_out(at, weight);
      --left;
    }
  }

 private:
  struct Entry {
    double weight;
    std::size_t at;
    bool operator<(const Entry& other) const {  // the smallest on top, earlier ones first
      return weight != other.weight ? weight > other.weight : at > other.at;
    }
  };

  // Never less than what was left out beside it: vertices go in the order of their weights.
  void measure(std::size_t at, double at_least) {
    if (at == 0 || at + 1 == border_.size()) return;
    now_[at] = std::max(at_least,
                        triangle(border_[before_[at]].at, border_[at].at, border_[after_[at]].at));
    queue_.push({now_[at], at});
  }

  void leave_out(std::size_t at, double weight) {
    now_[at] = kForever;
    after_[before_[at]] = after_[at];
    before_[after_[at]] = before_[at];
    measure(before_[at], weight);
    measure(after_[at], weight);
  }

  Border& border_;
  std::vector<std::size_t> before_, after_;
  std::vector<double> now_;  // the weight that counts; others in the queue are stale
  std::priority_queue<Entry> queue_;
};

}  // namespace

void weigh(Border& border) {
  if (border.empty()) return;
  border.front().weight = border.back().weight = kForever;
  if (border.size() > 2) Weigher(border).run();
}

}  // namespace yokoten

#include "check/targets.h"

#include <fmt/format.h>

namespace yokoten {
namespace {

void warn_of(const Subject& subject, const Indicator& indicator, const Target& target) {
  const bool least = target.kind == Target::Kind::at_least;
  subject.warning(
      target.place, "target.direction",
      {fmt::format("{}年の目標「{}」は、指標{}のよい方向（better = \"{}\"）と逆です。{}"
                   "の書き間違いなら直し、そうでなければbetterを見直してください",
                   target.year, target.text, indicator.id, least ? "lower" : "higher",
                   least ? "at_most（以下）" : "at_least（以上）"),
       fmt::format("the target {} for {} asks {} for the worse direction (better = \"{}\"); write "
                   "{} if that was meant, or review better",
                   target.text, target.year, indicator.id, least ? "lower" : "higher",
                   least ? "at_most" : "at_least")});
}

}  // namespace

void check_targets(const Subject& subject) {
  for (const Indicator& indicator : subject.publication.indicators)
    for (const Target& target : indicator.targets) {
      const bool least = target.kind == Target::Kind::at_least && indicator.better == Better::lower;
      const bool most = target.kind == Target::Kind::at_most && indicator.better == Better::higher;
      if (least || most) warn_of(subject, indicator, target);
    }
}

}  // namespace yokoten

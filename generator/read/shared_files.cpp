#include "read/shared_files.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <map>
#include <set>
#include <string>

#include "model/report.h"

namespace yokoten {
namespace {

bool is_put_by_hand(const Source& source) { return source.url.starts_with("file:"); }

bool asks_the_same(const Source& one, const Source& other) {
  return one.url == other.url && one.query.file == other.query.file &&
         one.query.null_text == other.query.null_text &&
         parameter_lines(one.query) == parameter_lines(other.query);
}

bool are_same(const PullLimits& one, const PullLimits& other) {
  return one.bytes == other.bytes && one.seconds == other.seconds &&
         one.stall_seconds == other.stall_seconds && one.tries == other.tries &&
         one.rows == other.rows;
}

// The keys that the later source says otherwise. What it leaves out is taken from the first.
std::vector<std::string> other_rules(const PullRules& first, const PullRules& later) {
  const PullRules none;
  const auto differs = [&](const auto& rule) {
    return rule(later) != rule(first) && rule(later) != rule(none);
  };
  std::vector<std::string> keys;
  if (differs([](const PullRules& of) { return of.insecure; })) keys.emplace_back("insecure");
  if (differs([](const PullRules& of) { return of.headers; })) keys.emplace_back("headers");
  if (differs([](const PullRules& of) { return of.allow_hosts; })) keys.emplace_back("allow_hosts");
  if (differs([](const PullRules& of) { return of.any_content; })) keys.emplace_back("expect");
  if (!are_same(later.limits, first.limits) && !are_same(later.limits, none.limits))
    keys.emplace_back("limits");
  return keys;
}

void check_pair(const Source& first, const Source& source, Findings& findings) {
  const auto error = [&](const Message& message) {
    report_error(findings, source.place, "source.file", message);
  };
  if (is_put_by_hand(first) != is_put_by_hand(source))
    return error(
        {fmt::format("{}は資料{}と同じファイルですが、一方は手で置いたもの（file:）です。pullが上書"
                     "きしないよう、置き場所（file）を分けてください",
                     source.file, first.id),
         fmt::format("{} is the file of the source {} too, and one of both is put there by hand "
                     "(file:); give the pulled one another file, so that no pull writes over it",
                     source.file, first.id)});
  if (is_put_by_hand(source)) return;
  if (!asks_the_same(first, source))
    return error({fmt::format("{}には資料{}が入ります", source.file, first.id),
                  fmt::format("{} is where the source {} goes", source.file, first.id)});
  const auto keys = other_rules(first.pull, source.pull);
  if (keys.empty()) return;
  error(
      {fmt::format("{}は資料{}と一度に取ってきます。{}を同じにするか、こちらには書かないでください",
                   source.file, first.id, fmt::join(keys, "、")),
       fmt::format("{} is taken once for the source {} and this one; the first of them has to say "
                   "the same of {}, or this one nothing",
                   source.file, first.id, fmt::join(keys, ", "))});
}

}  // namespace

void check_shared_files(const std::vector<SourceText>& sources, Findings& findings) {
  std::map<std::string, const Source*> first;
  for (const SourceText& text : sources) {
    if (text.source.file.empty()) continue;  // was reported before
    const auto [at, is_new] = first.emplace(text.source.file, &text.source);
    if (!is_new) check_pair(*at->second, text.source, findings);
  }
}

void keep_shared_files_back(std::vector<SourceText>& sources) {
  std::set<std::string> kept;
  for (const SourceText& each : sources)
    if (each.source.publishes_file == false) kept.insert(each.source.file);
  for (SourceText& each : sources)
    if (kept.contains(each.source.file)) each.source.publishes_file = false;
}

}  // namespace yokoten

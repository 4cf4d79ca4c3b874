#include "pull/answer_file.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"

namespace yokoten {
namespace {

constexpr std::size_t piece_bytes = 4U << 20U;  // bytes; each is brought to the medium by itself

std::int64_t lines_in(std::string_view text) { return std::count(text.begin(), text.end(), '\n'); }

}  // namespace

void AnswerFile::begin() {
  bytes_ = lines_ = 0;
  is_begun_ = false;
  waiting_.clear();
  hash_ = std::make_unique<GrowingHash>();
}

std::optional<Fault> AnswerFile::text_fault(std::string_view lines) const {
  const auto wrong = first_invalid_utf8(lines);
  if (!wrong) return std::nullopt;
  const auto line = lines_ + 1 + lines_in(lines.substr(0, *wrong));
  return Fault{
      "pull.charset",
      {fmt::format("答えの{}行目に、UTF-8ではない文字があります。クエリーで直してください", line),
       fmt::format("line {} of the answer is not UTF-8; mend it in the query", line)}};
}

std::optional<Fault> AnswerFile::add(std::string_view lines) {
  bytes_ += static_cast<std::int64_t>(lines.size());
  if (bytes_ > most_)
    return Fault{"pull.size",
                 {fmt::format("大きすぎます。上限{}バイトで止めました", most_),
                  fmt::format("it is too large; stopped at the limit of {} bytes", most_)}};
  if (auto fault = text_fault(lines)) return fault;
  lines_ += lines_in(lines);
  hash_->add(lines);
  if (arrivals_ == nullptr) return std::nullopt;
  waiting_ += lines;
  return waiting_.size() < piece_bytes ? std::nullopt : write();
}

std::optional<Fault> AnswerFile::write() {
  if (!arrivals_->add(path_, waiting_, !is_begun_))
    return Fault{
        "pull.disk",
        {"書けません: " + arrivals_->reason(), "it can't be written: " + arrivals_->reason()}};
  is_begun_ = true;
  waiting_.clear();
  return std::nullopt;
}

std::optional<Fault> AnswerFile::finish() {
  if (arrivals_ == nullptr || (is_begun_ && waiting_.empty())) return std::nullopt;
  return write();
}

}  // namespace yokoten

#include "pull/transfer.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "base/text.h"
#include "pull/answer_file.h"

namespace yokoten {
namespace {

constexpr std::size_t most_header_bytes = 64U << 10U;
constexpr std::size_t longest_kept = 1000;        // bytes
constexpr std::int64_t longest_wish = 1'000'000;  // seconds; longer than any pull

std::optional<std::int64_t> whole_number(std::string_view text) {
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size() || number < 0) return std::nullopt;
  return number;
}

// A value that goes into files and, as a validator, into later requests: no short text, no value.
std::string kept(const std::string& value) {
  const bool has_control = std::any_of(value.begin(), value.end(), [](char letter) {
    return (letter >= 0 && letter < ' ') || letter == '\x7f';
  });
  const bool is_kept = value.size() <= longest_kept && !has_control && !first_invalid_utf8(value);
  return is_kept ? value : std::string();
}

std::string mebibytes(std::int64_t bytes) {
  return bytes >= (1 << 20) ? fmt::format("{} MiB", bytes >> 20) : fmt::format("{} bytes", bytes);
}

}  // namespace

Transfer::Transfer(const Request& request, const std::string& url,
                   std::chrono::milliseconds longest, const Environment& environment)
    : request_(request),
      url_(url),
      host_(host_of(url)),
      easy_(curl_easy_init()),
      started_(std::chrono::steady_clock::now()),
      longest_(longest) {
  set_options(request, longest);
  set_hooks(environment);
  set_headers(request);
  set_proxy(environment);
}

Transfer::~Transfer() {
  curl_easy_cleanup(easy_);
  curl_slist_free_all(headers_);
}

bool Transfer::stop(std::string code, Message message) {
  if (!fault_) fault_ = Fault{std::move(code), std::move(message)};
  return false;
}

bool Transfer::take_header(std::string_view line) {
  header_bytes_ += line.size();
  if (header_bytes_ > most_header_bytes)
    return stop("pull.headers", {"返事のヘッダーが64 KiBを超えています",
                                 "the headers of the answer exceed 64 KiB"});
  if (line.starts_with("HTTP/")) {  // also after 100 and 103: what came before is not of the file
    response_ = {};
    if (request_.question) begin_rows();
    length_.reset();
    inflater_.reset();
    is_chunked_ = has_headers_ = says_exception_ = false;
    return true;
  }
  if (line == "\r\n" || line == "\n") has_headers_ = true;
  const auto colon = line.find(':');
  if (colon == std::string_view::npos) return true;
  const std::string name = lower_ascii(line.substr(0, colon));
  // Others may read such a header, libcurl does not.
  if (name.ends_with(' ') || name.ends_with('\t'))
    return stop("pull.protocol",
                {"ヘッダーの名前の後に空白があります", "a header has a blank behind its name"});
  return take_field(name, std::string(trimmed_text(line.substr(colon + 1))));
}

bool Transfer::take_field(const std::string& name, const std::string& value) {
  if (name == "content-length") {
    const auto length = whole_number(value);
    if (!length || (length_ && *length_ != *length))
      return stop("pull.length", {"Content-Lengthが数でないか、食い違っています: " + value,
                                  "Content-Length is no number, or contradicts itself: " + value});
    length_ = length;
    if (*length > request_.limits.bytes && status() == 200)
      return stop("pull.size", {fmt::format("大きすぎます: {}（上限{}）", mebibytes(*length),
                                            mebibytes(request_.limits.bytes)),
                                fmt::format("it is too large: {} (limit {})", mebibytes(*length),
                                            mebibytes(request_.limits.bytes))});
  } else if (name == "content-encoding") {
    const std::string way = lower_ascii(value);
    if ((way == "gzip" || way == "x-gzip") && !request_.question) {
      inflater_.emplace();
      inflated_ = Inflater::State::more;
    } else if (way != "identity" && !way.empty()) {
      return stop("pull.compression", {"頼んでいない圧縮です: " + value,
                                       "a compression that was not asked for: " + value});
    }
  } else if (name == "transfer-encoding") {
    is_chunked_ = lower_ascii(value) == "chunked";
    if (!is_chunked_ && lower_ascii(value) != "identity")
      return stop("pull.protocol", {"頼んでいないTransfer-Encodingです: " + value,
                                    "a Transfer-Encoding that was not asked for: " + value});
  } else if (name == "content-range" && status() == 200) {
    return stop("pull.length", {"ファイルの一部だけとのことです（Content-Range）: " + value,
                                "it is said to be a part of the file (Content-Range): " + value});
  } else if (name == "x-clickhouse-exception-code") {
    says_exception_ = true;
  } else if (name == "content-type") {
    response_.content_type = kept(value);
  } else if (name == "etag") {
    response_.etag = kept(value);
  } else if (name == "last-modified") {
    response_.last_modified = kept(value);
  } else if (name == "location" && location_.empty()) {
    location_ = value;
  }
  return true;
}

// Whether the file is asked for only if it is another than the one here. Two addresses may use the
// same validator for different files.
bool Transfer::asks_for_news() const {
  return request_.validators_for == url_ &&
         !(request_.etag.empty() && request_.last_modified.empty());
}

long Transfer::status() const {
  long status = 0;
  curl_easy_getinfo(easy_, CURLINFO_RESPONSE_CODE, &status);
  return status;
}

// What a database says of a query stands in the body of its answer.
bool Transfer::take_refusal(std::string_view bytes) {
  constexpr std::size_t longest = 64U << 10U;
  std::string& refusal = response_.refusal;
  if (request_.question && refusal.size() < longest) {
    refusal.append(bytes.substr(0, longest - refusal.size()));
    return true;
  }
  skips_body_ = true;
  return false;
}

bool Transfer::stop_at_rows(RowsReader::State state) {
  switch (state) {
    case RowsReader::State::fine:
      return true;
    case RowsReader::State::refused:
      return stop("pull.database", {"答えの途中でデータベースのエラーが来ました",
                                    "an error of the database came within its answer"});
    case RowsReader::State::too_many:
      return stop("pull.size", {fmt::format("{}行を超えています", request_.limits.rows),
                                fmt::format("it has more than {} rows", request_.limits.rows)});
    case RowsReader::State::broken:
      break;
  }
  return stop(
      "pull.database",
      {"型と見出しのある表（TabSeparatedWithNamesAndTypes）として読めません。クエリーにFORMATがあれ"
       "ば"
       "消してください",
       "it is no table with names and types (TabSeparatedWithNamesAndTypes); take FORMAT out "
       "of the query if it is there"});
}

void Transfer::begin_rows() {
  rows_.emplace(request_.question->null_text, request_.limits.rows);
  if (request_.question->into != nullptr) request_.question->into->begin();
}

// What the server says in place of a row is heard out.
bool Transfer::take_rows(std::string_view bytes) {
  received_ += static_cast<std::int64_t>(bytes.size());
  const auto state = rows_->add(bytes, response_.bytes);
  response_.refusal = rows_->refusal();
  if (!stop_at_rows(state)) return state == RowsReader::State::refused;
  if (AnswerFile* into = request_.question->into; into != nullptr) {
    auto fault = into->add(response_.bytes);
    response_.bytes.clear();
    if (!fault) return true;
    fault_ = std::move(fault);
    return false;
  }
  const std::int64_t most = request_.limits.bytes;
  if (static_cast<std::int64_t>(response_.bytes.size()) <= most) return true;
  return stop("pull.size",
              {fmt::format("大きすぎます。上限{}で止めました", mebibytes(most)),
               fmt::format("it is too large; stopped at the limit of {}", mebibytes(most))});
}

bool Transfer::take_body(std::string_view bytes) {
  if (status() != 200) return take_refusal(bytes);
  if (rows_) return take_rows(bytes);
  const std::int64_t most = request_.limits.bytes;
  if (received_ == 0 && length_ && !inflater_)
    response_.bytes.reserve(static_cast<std::size_t>(std::min(*length_, most)));
  received_ += static_cast<std::int64_t>(bytes.size());
  if (inflater_) {
    inflated_ = inflater_->add(bytes, response_.bytes, most);
    if (inflated_ == Inflater::State::broken)
      return stop("pull.compression",
                  {"gzipとして開けません", "what came can't be unpacked as gzip"});
  } else if (received_ <= most) {
    response_.bytes.append(bytes);
  }
  if (received_ <= most && inflated_ != Inflater::State::too_large) return true;
  return stop("pull.size",
              {fmt::format("大きすぎます。上限{}で止めました", mebibytes(most)),
               fmt::format("it is too large; stopped at the limit of {}", mebibytes(most))});
}

Fault Transfer::timeout_fault() const {
  const auto spent = std::chrono::steady_clock::now() - started_;
  if (spent >= longest_ - std::chrono::milliseconds(50))
    return {"pull.deadline",
            {fmt::format("{}秒で終わりませんでした", request_.limits.seconds),
             fmt::format("it did not end within {} s", request_.limits.seconds)}};
  return {"pull.stalled",
          {fmt::format("{}からの通信が止まりました", host_), fmt::format("{} stalled", host_)}};
}

Fault Transfer::fault_of_result(int result) const {
  if (fault_) return *fault_;
  if (result == CURLE_OPERATION_TIMEDOUT) return timeout_fault();
  const char* said =
      reason_[0] != '\0' ? reason_ : curl_easy_strerror(static_cast<CURLcode>(result));
  std::string detail = request_.secrets.blanked(said);
  if (first_invalid_utf8(detail)) detail = curl_easy_strerror(static_cast<CURLcode>(result));
  return fault_of_transfer(result, detail, host_);
}

// Without a length only TLS tells an end from a line that was cut; other libraries for it than
// OpenSSL don't show it.
bool Transfer::is_cut() const {
  static const bool is_shown =
      std::string_view(curl_version_info(CURLVERSION_NOW)->ssl_version).starts_with("OpenSSL");
  return is_shown && !has_end() && !has_farewell_ && !request_.any_content &&
         scheme_of(url_) == "https";
}

std::optional<Fault> Transfer::body_fault() {
  if (rows_ && says_exception_)
    return Fault{"pull.database",
                 {"データベースのエラーです（X-ClickHouse-Exception-Code）",
                  "the database tells an error (X-ClickHouse-Exception-Code)"}};
  if (rows_ && !stop_at_rows(rows_->finish())) return fault_;
  if (rows_ && request_.question->into != nullptr)
    if (auto fault = request_.question->into->finish()) return fault;
  if (is_cut())
    return Fault{"pull.length",
                 {"長さの知らせもTLSの終わりの合図もなく切れました",
                  "it was cut off: neither a length was said, nor did TLS end properly"}};
  if (inflater_ && inflated_ == Inflater::State::more)
    return Fault{"pull.compression",
                 {"gzipが途中で切れています", "what came is gzip that was cut off"}};
  if (length_ && is_chunked_)
    return Fault{"pull.length",
                 {"Content-Lengthとchunkedが両方あり、どこまでがファイルか分かりません",
                  "both Content-Length and chunked: where the file ends is not clear"}};
  if (length_ && on_wire_ > *length_)
    return Fault{
        "pull.length",
        {fmt::format("Content-Lengthは{}バイトですが、{}バイト来ました", *length_, on_wire_),
         fmt::format("Content-Length is {} bytes, but {} came", *length_, on_wire_)}};
  return std::nullopt;
}

Answer Transfer::answer_of_status(Answer answer) {
  const long status = answer.response.status;
  if (status == 304 && asks_for_news()) return answer;
  const bool redirects = !request_.question && (status == 301 || status == 302 || status == 303 ||
                                                status == 307 || status == 308);
  if (redirects && !location_.empty()) {
    answer.redirect = resolved(url_, location_);
    if (!answer.redirect.empty()) return answer;
  }
  answer.response.fault = fault_of_status(status, !request_.headers.empty());
  // What a database itself refuses, it will refuse again.
  answer.may_pass =
      may_pass_status(status) && exception_at(answer.response.refusal) == std::string::npos;
  curl_off_t wait = 0;
  curl_easy_getinfo(easy_, CURLINFO_RETRY_AFTER, &wait);
  answer.wait_seconds = std::clamp<std::int64_t>(wait, 0, longest_wish);
  return answer;
}

Answer Transfer::answer(int result) {
  Answer answer;
  answer.response = std::move(response_);
  Response& response = answer.response;
  response.url = url_;
  response.status = status();
  response.has_length = has_end();
  // libcurl takes an answer that ends within its headers for one without a body.
  if (result == CURLE_OK && !has_headers_) result = CURLE_PARTIAL_FILE;
  const bool answered = (result == CURLE_OK || skips_body_) && !fault_;
  if (answered && response.status != 200) return answer_of_status(std::move(answer));
  if (rows_) {
    response.columns = rows_->columns();
    response.rows = rows_->rows();
  }
  response.fault = answered ? body_fault() : fault_of_result(result);
  answer.may_pass = answered ? is_cut() : !fault_ && may_pass(result);
  return answer;
}

}  // namespace yokoten

#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "model/source.h"
#include "pull/environment.h"
#include "pull/fault.h"
#include "pull/secrets.h"

namespace yokoten {

class AnswerFile;

/// A question to a database; the answer becomes a CSV file.
struct Question {
  std::string text;
  std::string null_text;       ///< what NULL becomes
  AnswerFile* into = nullptr;  ///< where its rows go; without it they are the bytes of the response
};

/// What is asked for over the web.
struct Request {
  std::string url;
  bool insecure = false;
  bool any_content = false;  ///< also what may have been cut
  std::vector<std::string> allow_hosts;
  PullLimits limits;
  std::vector<std::pair<std::string, std::string>> headers;  ///< with their secret values
  std::string headers_for;  ///< scheme, host and port that may see them
  Secrets secrets;
  std::string etag, last_modified;   ///< of what is here already; empty to have it anew
  std::string validators_for;        ///< the address that gave them; another's say nothing
  std::optional<Question> question;  ///< sent, where a database is asked
};

/// What came, or why nothing did.
struct Response {
  long status = 0;
  std::string url;  ///< in the end, with secrets in it
  std::string content_type, etag, last_modified;
  std::string bytes;
  bool has_length = false;  ///< the server said how long it is, or ended it by its own rule
  std::optional<Fault> fault;
  std::vector<std::string> columns;  ///< of a database: heading and type
  std::int64_t rows = 0;
  std::string refusal;  ///< what a database said in place of an answer, or within one
};

/// A request for `url` by the rules of `source`. A fault when the environment lacks what a header
/// names (`pull.environment`).
std::optional<Fault> prepare(const Source& source, const Environment& environment,
                             const std::string& url, Request& request);

/// Whether `value` may stand in a request header.
bool is_header_value(const std::string& value);

/// Scheme, host and port of an address (`https://example.jp:443`); empty when it is none.
std::string origin_of(const std::string& url);
std::string scheme_of(const std::string& url);
/// In lower case, without brackets.
std::string host_of(const std::string& url);
/// `reference` as seen from `base`; empty when that is no address.
std::string resolved(const std::string& base, const std::string& reference);

/// Why `url` may not be asked for; the address a name stands for is looked at while connecting.
std::optional<Fault> address_fault(const Request& request, const std::string& url);

/// Whether `host` may be inside.
bool is_allowed(const Request& request, const std::string& host);

}  // namespace yokoten

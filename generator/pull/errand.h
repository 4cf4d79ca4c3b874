#pragma once

#include <optional>
#include <string>

#include "model/address.h"
#include "model/provenance.h"
#include "model/source.h"
#include "pull/charset.h"
#include "pull/ckan.h"
#include "pull/estat.h"
#include "pull/query.h"
#include "pull/request.h"

namespace yokoten {

/// A file that has gone to the disk as it came.
struct LaidFile {
  std::int64_t bytes = 0;
  std::string sha256;
};

/// What came of one source in the end.
struct Catch {
  std::optional<Fault> fault;
  std::optional<Fault> warning;  ///< does not keep the file away
  bool unchanged = false;        ///< the server says so; there are no bytes then
  bool has_length = true;        ///< its end is known
  std::string bytes;
  std::optional<LaidFile> laid;  ///< the bytes, where they lie beside their place already
  Provenance provenance;         ///< without `retrieved`, `sha256` and `bytes`
};

/// The requests that lead to the file of one source: one for a file on the web, a look-up first for
/// CKAN, page after page for e-Stat.
class Errand {
 public:
  /// `before` is the provenance of the file that is here, when it is still that file.
  /// `query` is the file of it and `into` takes the answer, where the source asks a database.
  Errand(const Source& source, const Environment& environment, const FitsEncoding& fits,
         const std::optional<Provenance>& before, QueryFile query = {}, AnswerFile* into = nullptr)
      : source_(source),
        environment_(environment),
        fits_(fits),
        before_(before),
        query_file_(std::move(query)),
        into_(into) {}

  /// The first request; nothing when there is a fault in the result already.
  std::optional<Request> first();
  /// Takes an answer; what to ask for next, or nothing when the result is complete.
  std::optional<Request> take(Response&& response);
  /// The result, without any secret in it but in the bytes of a file as it came.
  Catch result();

 private:
  std::optional<Request> request(const std::string& url);
  std::optional<Request> taken(Response&& response);
  std::optional<Request> first_page();
  std::optional<Request> first_question();
  std::optional<Request> next_question(const PullLimits* limits);
  std::optional<Request> take_answer(Response&& response);
  std::optional<Request> take_refusal(const Response& response);
  std::optional<Request> take_page(Response&& response);
  std::optional<Request> take_resource(const Response& response);
  std::optional<Request> take_licence(const Response& response);
  std::optional<Request> ask_for_resource();
  void take_file(Response&& response);
  void judge(const std::string& content_type, std::string_view bytes);
  std::optional<Fault> told_secret(std::string_view bytes) const;
  std::optional<Request> fail(Fault fault);
  void add_validators(Request& request) const;
  std::string estat_address(std::int64_t start) const;

  const Source& source_;
  const Environment& environment_;
  const FitsEncoding& fits_;
  const std::optional<Provenance>& before_;
  Address address_;
  Request request_;  // the last one
  EstatPages pages_;
  std::string app_id_;
  bool asks_dataset_ = false, asked_both_ = false, is_found_ = false;  // CKAN
  bool asks_licence_ = false;
  CkanResource resource_;
  QueryFile query_file_;
  AnswerFile* into_;
  FilledQuery filled_;
  AskedQuery asked_;
  bool is_set_ = true;  // the last question had settings
  Catch catch_;
};

}  // namespace yokoten

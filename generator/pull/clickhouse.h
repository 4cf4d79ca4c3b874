#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "model/address.h"
#include "model/source.h"
#include "pull/environment.h"
#include "pull/query.h"
#include "pull/request.h"

namespace yokoten {

/// The address of a question. `limits`: what the server is to keep to, and that it only reads;
/// nullptr for a user who may set nothing.
std::string clickhouse_url(const Address& address, const PullLimits* limits);

/// Who asks: CLICKHOUSE_USER and CLICKHOUSE_PASSWORD, where the source has no headers of its own
/// for that. A fault when a value can't stand in a header.
std::optional<Fault> add_clickhouse_user(const Environment& environment, Request& request);

/// Whether the server refused the settings that came with a query, since its user may only read.
bool refuses_settings(std::string_view refusal);

/// What the server's refusal means, with its place in the query where the server names one.
Fault clickhouse_fault(const std::string& refusal, const FilledQuery& query);

}  // namespace yokoten

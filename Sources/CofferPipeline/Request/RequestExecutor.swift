// SPDX-License-Identifier: Apache-2.0

/// Where a task's requests run, for the work that has to queue behind them.
public enum RequestExecutor {
    /// The executor that an adapter prefers for its requests; nil where they run wherever there is room.
    @TaskLocal public static var current: (any TaskExecutor)?
}

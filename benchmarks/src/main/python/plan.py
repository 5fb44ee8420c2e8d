"""Trade entries as the source plan makes them, vectorised with pandas: what PositionsBenchmark is held against.

Usage: plan.py FOLDER RUNS. Reads fills.csv and income.csv, writes plan.csv, and prints the seconds of reading and of each run.
Positions go from zero to zero for each symbol, a fill that flips one is split, profit and fees go by trade id. Everything is
a float, as in the plan.
"""
import sys
import time

import numpy as np
import pandas as pd

NOTHING = 1e-9


def read(folder):
    fills = pd.read_csv(folder + "/fills.csv", dtype={"symbol": "category", "side": "category"})
    income = pd.read_csv(
        folder + "/income.csv", dtype={"incomeType": "category", "symbol": "category", "asset": "category"}
    )
    return fills, income


def split(fills):
    fills = fills.sort_values(["symbol", "time", "id"], kind="stable", ignore_index=True)
    fills["signed"] = np.where(fills["side"] == "BUY", fills["qty"], -fills["qty"])
    after = fills.groupby("symbol", observed=True)["signed"].cumsum()
    before = after - fills["signed"]
    flips = (before.abs() > NOTHING) & (after.abs() > NOTHING) & (np.sign(before) != np.sign(after))
    fills["before"] = before
    fills["share"] = 1.0
    fills["part"] = 0
    closing = fills[flips].copy()
    opening = closing.copy()
    closing["signed"] = -closing["before"]
    opening["signed"] = opening["signed"] - closing["signed"]
    closing["share"] = closing["signed"] / (closing["signed"] + opening["signed"])
    opening["share"] = 1.0 - closing["share"]
    opening["before"] = 0.0
    opening["part"] = 1
    parts = pd.concat([fills[~flips], closing, opening])
    return parts.sort_values(["symbol", "time", "id", "part"], kind="stable", ignore_index=True)


def lifecycles(fills, income):
    parts = split(fills)
    starts = parts["before"].abs() < NOTHING
    parts["position"] = starts.cumsum()
    first = parts.loc[starts, ["position", "signed"]].rename(columns={"signed": "first"})
    parts = parts.merge(first, on="position")
    entry = np.sign(parts["signed"]) == np.sign(parts["first"])
    quantity = parts["signed"].abs()
    value = quantity * parts["price"]
    parts["entry_qty"] = np.where(entry, quantity, 0.0)
    parts["entry_value"] = np.where(entry, value, 0.0)
    parts["exit_qty"] = np.where(entry, 0.0, quantity)
    parts["exit_value"] = np.where(entry, 0.0, value)
    realized = income.loc[income["incomeType"] == "REALIZED_PNL", ["tradeId", "income"]]
    fees = income.loc[income["incomeType"] == "COMMISSION", ["tradeId", "income"]]
    parts = parts.merge(realized.rename(columns={"tradeId": "id", "income": "profit"}), on="id", how="left")
    parts = parts.merge(fees.rename(columns={"tradeId": "id", "income": "fee"}), on="id", how="left")
    parts["realized_pnl"] = np.where(parts["part"] == 0, parts["profit"].fillna(0.0), 0.0)
    parts["commission"] = parts["fee"].abs().fillna(0.0) * parts["share"]
    rows = parts.groupby("position").agg(
        symbol=("symbol", "first"),
        first=("first", "first"),
        first_fill=("id", "first"),
        last_fill=("id", "last"),
        quantity=("entry_qty", "sum"),
        entry_value=("entry_value", "sum"),
        exit_qty=("exit_qty", "sum"),
        exit_value=("exit_value", "sum"),
        realized_pnl=("realized_pnl", "sum"),
        commission=("commission", "sum"),
    )
    rows = rows[(rows["quantity"] - rows["exit_qty"]).abs() < NOTHING]
    return pd.DataFrame(
        {
            "symbol": rows["symbol"],
            "first_fill": rows["first_fill"],
            "last_fill": rows["last_fill"],
            "direction": np.where(rows["first"] > 0, "LONG", "SHORT"),
            "quantity": rows["quantity"],
            "entry_price": rows["entry_value"] / rows["quantity"],
            "exit_price": rows["exit_value"] / rows["exit_qty"],
            "realized_pnl": rows["realized_pnl"],
            "commission": rows["commission"],
        }
    )


def main(folder, runs):
    begun = time.perf_counter()
    fills, income = read(folder)
    print("read", time.perf_counter() - begun)
    for _ in range(runs):
        begun = time.perf_counter()
        rows = lifecycles(fills, income)
        print("run", time.perf_counter() - begun)
    rows.to_csv(folder + "/plan.csv", index=False)


main(sys.argv[1], int(sys.argv[2]))

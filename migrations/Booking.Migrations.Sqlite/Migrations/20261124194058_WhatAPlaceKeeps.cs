using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Booking.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class WhatAPlaceKeeps : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "OnlyFound",
                table: "WaitingEntries",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "FreedDays",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Date = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Who = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FreedDays", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "TelephoneDays",
                columns: table => new
                {
                    Key = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 32, nullable: false),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Links = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TelephoneDays", x => new { x.Key, x.Day });
                });

            migrationBuilder.CreateIndex(
                name: "IX_FreedDays_Date",
                table: "FreedDays",
                column: "Date");

            migrationBuilder.CreateIndex(
                name: "IX_TelephoneDays_Day",
                table: "TelephoneDays",
                column: "Day");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "FreedDays");

            migrationBuilder.DropTable(
                name: "TelephoneDays");

            migrationBuilder.DropColumn(
                name: "OnlyFound",
                table: "WaitingEntries");
        }
    }
}

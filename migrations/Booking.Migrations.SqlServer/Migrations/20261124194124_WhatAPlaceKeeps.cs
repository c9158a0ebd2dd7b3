using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Booking.Migrations.SqlServer.Migrations
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
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "FreedDays",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Date = table.Column<DateOnly>(type: "date", nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Who = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FreedDays", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "TelephoneDays",
                columns: table => new
                {
                    Key = table.Column<byte[]>(type: "binary(32)", fixedLength: true, maxLength: 32, nullable: false),
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    Links = table.Column<int>(type: "int", nullable: false)
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

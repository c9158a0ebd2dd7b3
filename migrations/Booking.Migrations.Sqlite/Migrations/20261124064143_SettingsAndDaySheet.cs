using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Booking.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class SettingsAndDaySheet : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<TimeOnly>(
                name: "DaySheetAt",
                table: "BookingRules",
                type: "TEXT",
                nullable: false,
                defaultValue: new TimeOnly(6, 30, 0));

            migrationBuilder.AddColumn<string>(
                name: "DaySheetTo",
                table: "BookingRules",
                type: "TEXT",
                maxLength: 254,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "UndoSeconds",
                table: "BookingRules",
                type: "INTEGER",
                nullable: false,
                defaultValue: 60);

            migrationBuilder.AddColumn<bool>(
                name: "MayOverrule",
                table: "AspNetUsers",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "DaySheetEmails",
                columns: table => new
                {
                    Date = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    TakenAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    TryAgainAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DaySheetEmails", x => x.Date);
                });

            migrationBuilder.CreateTable(
                name: "SettingChanges",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Who = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    What = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    From = table.Column<string>(type: "TEXT", maxLength: 254, nullable: false),
                    To = table.Column<string>(type: "TEXT", maxLength: 254, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SettingChanges", x => x.Id);
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "DaySheetEmails");

            migrationBuilder.DropTable(
                name: "SettingChanges");

            migrationBuilder.DropColumn(
                name: "DaySheetAt",
                table: "BookingRules");

            migrationBuilder.DropColumn(
                name: "DaySheetTo",
                table: "BookingRules");

            migrationBuilder.DropColumn(
                name: "UndoSeconds",
                table: "BookingRules");

            migrationBuilder.DropColumn(
                name: "MayOverrule",
                table: "AspNetUsers");
        }
    }
}

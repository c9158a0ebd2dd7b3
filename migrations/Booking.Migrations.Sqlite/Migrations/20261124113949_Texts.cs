using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Booking.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Texts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AlterColumn<int>(
                name: "AppointmentId",
                table: "Messages",
                type: "INTEGER",
                nullable: true,
                oldClrType: typeof(int),
                oldType: "INTEGER");

            migrationBuilder.AddColumn<DateTime>(
                name: "Expires",
                table: "Messages",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Key",
                table: "Messages",
                type: "TEXT",
                unicode: false,
                maxLength: 60,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "PatientId",
                table: "Messages",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Words",
                table: "Messages",
                type: "TEXT",
                maxLength: 306,
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_Messages_Key",
                table: "Messages",
                column: "Key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Messages_PatientId",
                table: "Messages",
                column: "PatientId");

            migrationBuilder.AddForeignKey(
                name: "FK_Messages_Patients_PatientId",
                table: "Messages",
                column: "PatientId",
                principalTable: "Patients",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Messages_Patients_PatientId",
                table: "Messages");

            migrationBuilder.DropIndex(
                name: "IX_Messages_Key",
                table: "Messages");

            migrationBuilder.DropIndex(
                name: "IX_Messages_PatientId",
                table: "Messages");

            migrationBuilder.DropColumn(
                name: "Expires",
                table: "Messages");

            migrationBuilder.DropColumn(
                name: "Key",
                table: "Messages");

            migrationBuilder.DropColumn(
                name: "PatientId",
                table: "Messages");

            migrationBuilder.DropColumn(
                name: "Words",
                table: "Messages");

            migrationBuilder.AlterColumn<int>(
                name: "AppointmentId",
                table: "Messages",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0,
                oldClrType: typeof(int),
                oldType: "INTEGER",
                oldNullable: true);
        }
    }
}
